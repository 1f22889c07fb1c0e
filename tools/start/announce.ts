import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { LOGS, ROOT } from '../product/paths.ts';
import { forgetSecret } from './secrets.ts';
import { adminEmail } from './admin.ts';
import type { Settings } from './settings.ts';
import { PASSWORD_FILE, type Store } from './store.ts';

interface Started {
  readonly settings: Settings;
  readonly store: Store;
  /** Null: there is no sample app. */
  readonly samplePort: number | null;
  readonly serverLog: string;
}

/** Says where everything is. The generated password is shown here once, and then forgotten. */
export function announce({ settings, store, samplePort, serverLog }: Started): void {
  const lines: [string, string | null][] = [
    ['Dashboard', `http://localhost:${settings.port}/monitoring/`],
    ['E-mail', store.newPassword && adminEmail()],
    ['Password', store.newPassword && `${store.newPassword}  (shown this once: keep it)`],
    ['Sample app', samplePort === null ? null : `http://localhost:${samplePort}`],
    ['Your own apps', store.process && `MONITORING_DATABASE_URL=${store.url}`],
    ['Attention', warningOfAccounts(serverLog)],
    ['Logs', relative(ROOT, LOGS)],
  ];
  const shown = lines.filter(([, value]) => value).map(([name, value]) => `  ${name.padEnd(14)}${value}`);
  process.stdout.write(
    `\nSciTeX Monitoring is running.\n\n${shown.join('\n')}\n\nCtrl-C stops it; your data stay.\n`,
  );
  forgetSecret(PASSWORD_FILE);
}

/** On a store of one's own only the server knows whether there is an account to sign in with. */
function warningOfAccounts(serverLog: string): string | null {
  return /WARN \[Accounts\] (.+)/.exec(readFileSync(serverLog, 'utf8'))?.[1] ?? null;
}

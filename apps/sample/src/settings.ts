export interface Settings {
  /** Where the monitoring module writes. */
  readonly databaseUrl: string;
  /** Loopback port; 0 takes any free one. */
  readonly port: number;
  /** Whether the app starts its own visitors. */
  readonly traffic: boolean;
}

/** @throws Error that names the variable and its mend */
export function readSettings(env: NodeJS.ProcessEnv): Settings {
  return {
    databaseUrl: readDatabaseUrl(env['MONITORING_DATABASE_URL']),
    port: readPort(env['SAMPLE_PORT'] ?? '3001'),
    traffic: readSwitch(env['SAMPLE_TRAFFIC'] ?? 'on'),
  };
}

function readDatabaseUrl(text: string | undefined): string {
  if (text) return text;
  throw new Error(
    'MONITORING_DATABASE_URL is not set: give it the PostgreSQL of the monitoring server, such as postgres://user:password@127.0.0.1:5432/monitoring.',
  );
}

function readPort(text: string): number {
  const port = Number(text);
  if (/^\d+$/.test(text) && port <= 65_535) return port;
  throw new Error(`SAMPLE_PORT is "${text}": use a port number from 0 to 65535.`);
}

function readSwitch(text: string): boolean {
  if (text === 'on' || text === 'off') return text === 'on';
  throw new Error(`SAMPLE_TRAFFIC is "${text}": use on or off.`);
}

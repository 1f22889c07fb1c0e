import { createDatabase } from '../../postgres/index.ts';
import { sentenceOf } from '../../process/failure.ts';
import type { Bed, Unmeasured } from '../bench.ts';
import { installPeers } from '../peers/install.ts';
import { bareOn, PEER_FOLDERS, PEERS } from '../peers/peers.ts';
import { startHost, type Host, type HostOptions } from './host.ts';
import { BARE, monitored, OURS } from './hosts.ts';
import { startSink } from './sink.ts';

/** A running host, and what it is measured against. */
export interface Contender {
  readonly title: string;
  readonly host: Host;
  /** The same app, without the set-up. */
  readonly bare: Host;
  /** Whether the requests that it was sent have arrived where it records them: of ours all, of a peer something. */
  records(sent: number): Promise<boolean>;
}

export interface Lineup extends AsyncDisposable {
  /** Ours first. */
  readonly contenders: readonly Contender[];
  readonly absent: readonly Unmeasured[];
}

/** Starts every host at once: the app bare, with the module, and with each peer that can be had here. */
export async function startLineup({ storeUrl }: Bed): Promise<Lineup> {
  const notInstalled = await installPeers();
  await using started = new AsyncDisposableStack();
  const start = async (options: HostOptions) => started.use(await startHost(options));

  const ours = await start(monitored(storeUrl));
  const all = async (sent: number) => (await ours.recorded()) >= sent;
  const contenders: Contender[] = [{ title: OURS, host: ours, bare: await start(BARE), records: all }];
  const absent: Unmeasured[] = [];
  const sink = started.use(await startSink());
  const peersUrl = await createDatabase(storeUrl, 'bench_peers');
  for (const folder of PEER_FOLDERS) {
    const peers = PEERS.filter((peer) => peer.folder === folder);
    const reason = notInstalled.get(folder);
    if (reason) {
      absent.push(...peers.map(({ title }) => ({ name: title, reason })));
      continue;
    }
    const bare = await start(bareOn(folder));
    for (const { title, host, env } of peers) {
      const options = { ...host, env: env?.({ origin: sink.origin, storeUrl: peersUrl }) };
      await start(options).then(
        (running) => {
          const records = async () => sink.received(host.name) + (await running.recorded()) > 0;
          contenders.push({ title, host: running, bare, records });
        },
        (error: unknown) => absent.push({ name: title, reason: sentenceOf(error) }),
      );
    }
  }
  const held = started.move();
  return { contenders, absent, [Symbol.asyncDispose]: () => held.disposeAsync() };
}

import type { Server } from 'node:http';
import type { NestExpressApplication } from '@nestjs/platform-express';

/** Answers under way get so long to end; then their connections are cut. */
const PATIENCE_MS = 3000;

/** Ends the process cleanly on SIGTERM and SIGINT: no new calls, the running ones answered, the store closed. */
export function closeOnSignal(app: NestExpressApplication): void {
  const close = async () => {
    const server = app.getHttpServer() as Server;
    setTimeout(() => server.closeAllConnections(), PATIENCE_MS).unref();
    await app.close();
    process.exit(0);
  };
  for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void close());
}

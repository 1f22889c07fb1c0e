import { once } from 'node:events';
import { createServer, type AddressInfo, type Server } from 'node:net';
import { findFreePort, isPortFree, portState } from './port.ts';

describe('ports', () => {
  let holder: Server;
  let taken: number;

  beforeAll(async () => {
    holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    taken = (holder.address() as AddressInfo).port;
  });

  afterAll(() => holder.close());

  it('sees that a port is taken, also when asked for every address', async () => {
    expect(await isPortFree(taken, '127.0.0.1')).toBe(false);
    expect(await isPortFree(taken, '0.0.0.0')).toBe(false);
  });

  it('passes over a taken port', async () => {
    const found = await findFreePort(taken);
    expect(found).not.toBe(taken);
    expect(await isPortFree(found, '127.0.0.1')).toBe(true);
  });

  it('reports an address that this machine does not have', async () => {
    expect(await portState(taken, '192.0.2.1')).toBe('elsewhere');
    expect(await portState(taken, '127.0.0.1')).toBe('taken');
  });
});

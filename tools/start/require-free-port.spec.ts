import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { requireFreePort } from './require-free-port.ts';

describe('a port that cannot be had', () => {
  it('is named with another that may be free', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const { port } = holder.address() as AddressInfo;
    await expect(requireFreePort('SAMPLE_PORT', port)).rejects.toThrow(
      new RegExp(
        `^Port ${port} is taken: stop what uses it, or choose another with SAMPLE_PORT=\\d+ npm start`,
      ),
    );
    holder.close();
  });

  it.each(['192.0.2.1', 'no-such-host.invalid'])('lies at %s, which is not of this machine', async (host) => {
    await expect(requireFreePort('PORT', 3000, host)).rejects.toThrow(
      `HOST is «${host}», which is no address of this machine`,
    );
  });
});

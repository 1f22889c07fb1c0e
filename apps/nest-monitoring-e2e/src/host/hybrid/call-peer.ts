import { settings } from '../settings.js';

/** What handlers of every transport do that call another service. */
export async function callPeer(id: string): Promise<string> {
  await (await fetch(`${settings.peerUrl}/fetched/${id}`)).text();
  return `called ${id}`;
}

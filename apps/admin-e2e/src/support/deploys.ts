import type { PostDeploy } from '@scitex/monitoring-contracts';
import type { BrowserContext } from 'playwright-core';

/** Posts deploys as the account that is signed in. */
export async function postDeploys(context: BrowserContext, deploys: readonly PostDeploy[]): Promise<void> {
  const login = await (await context.request.post('api/auth/refresh', { data: {} })).json();
  const headers = { authorization: `Bearer ${login.accessToken}` };
  for (const data of deploys) {
    const answer = await context.request.post('api/deploys', { headers, data });
    if (!answer.ok()) throw new Error(`Posting a deploy answered ${answer.status()}: ${await answer.text()}`);
  }
}

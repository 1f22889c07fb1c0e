import type { Page, Request } from 'playwright-core';

const isApi = (path: string) => (url: URL) => url.pathname === `/monitoring/api/${path}`;

/** The page's next read of an API path, such as `performance`. */
export function nextRead(page: Page, path: string): Promise<Request> {
  return page.waitForRequest((request) => request.method() === 'GET' && isApi(path)(new URL(request.url())));
}

/** Hands the page's next answer from an API path to the test as well. */
export async function tap<T>(page: Page, path: string): Promise<{ readonly answer: Promise<T> }> {
  const { promise, resolve } = Promise.withResolvers<T>();
  let tapped = false;
  // Not `times: 1`: once the last route is gone, Playwright lets go of the requests that others still answer.
  await page.route(isApi(path), async (route) => {
    if (tapped) return route.fallback();
    tapped = true;
    const response = await route.fetch();
    const body = (await response.json()) as T;
    await route.fulfill({ response });
    resolve(body);
  });
  return { answer: promise };
}

/** Opens a page and hands back what the API told it. */
export async function openWith<T>(page: Page, url: string, path: string): Promise<T> {
  const { answer } = await tap<T>(page, path);
  await page.goto(url);
  return answer;
}

/** Answers an API path in the server's place, for states that a healthy server does not show. */
export async function answerWith(page: Page, path: string, status: number, body: unknown): Promise<void> {
  await page.route(isApi(path), (route) =>
    route.fulfill({
      status,
      contentType: status < 400 ? 'application/json' : 'application/problem+json',
      body: JSON.stringify(body),
    }),
  );
}

import { urlOf } from './support/api.js';

it.each(['/healthz', '/readyz'])('%s answers 200', async (path) => {
  expect((await fetch(urlOf(path))).status).toBe(200);
});

it.each(['/', '/monitoring', '/monitoring/', '/monitoring/errors?hours=6', '/monitoring/login'])(
  '%s leads to the dashboard, whose files all exist',
  async (path) => {
    const answer = await fetch(urlOf(path));
    expect(answer.status).toBe(200);
    const html = await answer.text();
    const base = new URL(/<base href="([^"]+)"/.exec(html)?.[1] ?? '', answer.url);
    const files = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="([^"]+)"/g)].map(
      ([, file]) => file ?? '',
    );
    expect(files.some((file) => file.endsWith('.js'))).toBe(true);
    for (const file of files) expect([file, (await fetch(new URL(file, base))).status]).toEqual([file, 200]);
  },
);

it('answers a file that is not there with 404, not with the page', async () => {
  expect((await fetch(urlOf('/monitoring/main-00000000.js'))).status).toBe(404);
});

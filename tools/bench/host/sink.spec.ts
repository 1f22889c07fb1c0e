import { startSink } from './sink.ts';

describe('the sink', () => {
  it('takes everything, and knows from whom', async () => {
    await using sink = await startSink();
    const answer = await fetch(`${sink.origin}/sentry/api/1/envelope/?key=1`, {
      method: 'POST',
      body: '12345',
    });
    expect(answer.status).toBe(200);
    expect(sink.received('sentry')).toBe(5);
    expect(sink.received('apitally')).toBe(0);
  });
});

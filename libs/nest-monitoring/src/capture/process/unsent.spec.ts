import type { Batch, ErrorEvent } from '@scitex/monitoring-contracts';
import type { Transport, WriteResult } from '../../transport/transport.js';
import { UnsentEvents } from './unsent.js';

const SOURCE = { app: 'papers', environment: 'test', release: null, instance: 'a' };
const COUNTS = { metrics: 0, errors: 1, apiCalls: 0, activities: 0 };
const RESULT: WriteResult = { stored: COUNTS, refused: { ...COUNTS, errors: 0 }, replayed: false };
const failure = (message: string) => ({ message }) as ErrorEvent;
const batchOf = (...errors: ErrorEvent[]): Batch => ({
  id: 'in-flight',
  source: SOURCE,
  metrics: [],
  errors,
  apiCalls: [],
  activities: [],
});

describe('UnsentEvents', () => {
  let answer: PromiseWithResolvers<WriteResult>;
  let unsent: UnsentEvents;
  beforeEach(() => {
    answer = Promise.withResolvers();
    const transport: Transport = { send: () => answer.promise, close: () => Promise.resolve() };
    unsent = new UnsentEvents(transport, SOURCE);
  });

  it('saves what was never sent in a batch of its own', () => {
    const event = failure('x');
    unsent.watch(event);
    expect(unsent.batches()).toMatchObject([{ source: SOURCE, errors: [event] }]);
  });

  it('saves what is being sent under the id that it is being sent under', () => {
    const [sent, waiting] = [failure('sent'), failure('waiting')];
    unsent.watch(sent);
    unsent.watch(waiting);
    const batch = batchOf(failure('another'), sent);
    void unsent.send(batch);
    const [first, second] = unsent.batches();
    expect(first).toBe(batch);
    expect(second?.errors).toEqual([waiting]);
    expect(second?.id).not.toBe(batch.id);
  });

  it('saves nothing that has been stored, nor a batch that holds nothing it was told to watch', async () => {
    const event = failure('x');
    unsent.watch(event);
    const sending = unsent.send(batchOf(event));
    answer.resolve(RESULT);
    await sending;
    void unsent.send(batchOf(failure('another')));
    expect(unsent.batches()).toEqual([]);
  });

  it('saves nothing that the spool has, which the next start brings to the store', async () => {
    const event = failure('x');
    unsent.watch(event);
    const batch = batchOf(event);
    void unsent.send(batch);
    unsent.spooled(batch);
    expect(unsent.batches()).toEqual([]);
  });

  it('knows that the store is away, and keeps what it did not take', async () => {
    const event = failure('x');
    unsent.watch(event);
    const sending = unsent.send(batchOf(event));
    answer.reject(new Error('away'));
    await expect(sending).rejects.toThrow('away');
    expect(unsent.isStoreAway).toBe(true);
    expect(unsent.batches()).toMatchObject([{ id: 'in-flight' }]);
  });
});

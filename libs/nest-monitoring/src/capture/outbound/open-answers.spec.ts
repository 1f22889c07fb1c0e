import { jest } from '@jest/globals';
import { OpenAnswers, type OpenAnswer } from './open-answers.js';

const SWEEP_MS = 1_000;

describe('OpenAnswers', () => {
  let answers: OpenAnswers;
  let completed: string[];
  beforeEach(() => {
    jest.useFakeTimers();
    answers = new OpenAnswers();
    completed = [];
  });
  afterEach(() => jest.useRealTimers());

  function open(name: string, isUnread = false): OpenAnswer {
    const answer: OpenAnswer = {
      answeredAt: performance.now(),
      isUnread: () => isUnread,
      complete: () => {
        completed.push(name);
        answers.delete(answer);
      },
    };
    answers.add(answer);
    return answer;
  }

  it('waits for an answer that is being read, though not for ever', () => {
    open('read');
    jest.advanceTimersByTime(29 * SWEEP_MS);
    expect(completed).toEqual([]);
    jest.advanceTimersByTime(2 * SWEEP_MS);
    expect(completed).toEqual(['read']);
  });

  it('waits no longer than a second or two for one that nobody reads', () => {
    open('unread', true);
    jest.advanceTimersByTime(2 * SWEEP_MS);
    expect(completed).toEqual(['unread']);
  });

  it('lets the oldest go where there are too many', () => {
    for (let index = 0; index <= 5_000; index++) open(`answer ${index}`);
    expect(completed).toEqual(['answer 0']);
  });

  it('takes all for answered when it is settled', () => {
    open('one');
    open('two');
    answers.settle();
    expect(completed).toEqual(['one', 'two']);
  });

  it('keeps no timer where nothing is open', () => {
    answers.delete(open('ended'));
    jest.advanceTimersByTime(SWEEP_MS);
    expect(jest.getTimerCount()).toBe(0);
  });
});

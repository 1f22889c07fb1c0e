import { jest } from '@jest/globals';
import { remembered } from './remembered';

const isBoolean = (value: unknown) => typeof value === 'boolean';

describe('remembered', () => {
  beforeEach(() => localStorage.clear());
  afterEach(() => jest.restoreAllMocks());

  it('comes back on the next page', () => {
    remembered('switch', true, isBoolean).set(false);
    expect(remembered('switch', true, isBoolean).value()).toBe(false);
  });

  it.each(['{', '"yes"', 'null'])('starts afresh where %s is stored', (stored) => {
    localStorage.setItem('switch', stored);
    expect(remembered('switch', true, isBoolean).value()).toBe(true);
  });

  it('works where storage is blocked', () => {
    jest.spyOn(Storage.prototype, 'setItem').mockImplementation(() => {
      throw new DOMException('denied', 'SecurityError');
    });
    const choice = remembered('switch', true, isBoolean);
    choice.set(false);
    expect(choice.value()).toBe(false);
  });
});

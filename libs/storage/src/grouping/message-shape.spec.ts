import { jest } from '@jest/globals';
import { pick, randomNumbers } from '../../test/queries/reference.js';
import { byShape } from './message-shape.js';
import { normalizeMessage } from './normalize-message.js';

describe('byShape', () => {
  const normalize = jest.fn((message: string) => message.replace(/\b\d+\b/g, '<number>'));
  const quick = byShape(normalize);
  beforeEach(() => normalize.mockClear());

  it('works out messages that differ in digits alone once', () => {
    expect(['paper 42 of 7', 'paper 17 of 9', 'paper 00 of 0'].map(quick)).toEqual(
      Array.from({ length: 3 }, () => 'paper <number> of <number>'),
    );
    expect(normalize).toHaveBeenCalledTimes(1);
  });

  it('works out each message that keeps a digit', () => {
    expect(['utf8 of 1', 'utf7 of 1'].map(quick)).toEqual(['utf8 of <number>', 'utf7 of <number>']);
  });

  it('is bounded', () => {
    const words = Array.from({ length: 300 }, (_, index) => 'x'.repeat(index));
    for (const message of [...words, 'paper 1 of 1']) quick(message);
    expect(normalize).toHaveBeenCalledTimes(301);
  });
});

describe('normalizeMessage', () => {
  const random = randomNumbers(3);
  const PARTS = [
    '0x',
    'a',
    'f',
    'x',
    '0',
    '1',
    '7',
    '9',
    '42',
    '2026-01-31',
    '12:30',
    '10.0.0.1',
    ' ',
    ' ',
    '-',
    '.',
    ':',
  ];
  const MORE = [
    '"',
    "'",
    'column ',
    'https://',
    '@',
    'eyJ',
    'e5',
    '550e8400-e29b-41d4-a716-446655440000',
    'deadbeef',
  ];

  /** Without anything that is remembered of earlier messages. */
  const cold = (message: string) => {
    for (let index = 0; index < 300; index++) normalizeMessage(`${'x'.repeat(index)} y`);
    return normalizeMessage(message);
  };

  it('makes of a message what it would make of it alone, whatever came before', () => {
    for (let round = 0; round < 400; round++) {
      const parts = Array.from({ length: 2 + Math.floor(random() * 12) }, () =>
        pick(random() < 0.7 ? PARTS : MORE, random()),
      );
      const message = parts.join('');
      const variant = message.replace(/\d/g, () => String(Math.floor(random() * 10)));
      const alone = cold(variant);
      cold(message);
      expect(normalizeMessage(variant)).toBe(alone);
    }
  });
});

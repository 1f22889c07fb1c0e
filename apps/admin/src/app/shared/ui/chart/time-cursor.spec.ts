import { bucketByKey, TimeCursor } from './time-cursor';

it('selects from where the reader is, in either direction', () => {
  const cursor = new TimeCursor();
  cursor.goTo(5);
  cursor.selectTo(6);
  expect(cursor.selection()).toEqual([5, 6]);
  cursor.selectTo(3);
  expect([cursor.selection(), cursor.at()]).toEqual([[3, 5], 3]);
});

it('leaves the selection first, and then its place', () => {
  const cursor = new TimeCursor();
  cursor.selectTo(7, 4);
  cursor.cancel();
  expect([cursor.selection(), cursor.at()]).toEqual([undefined, 7]);
  cursor.cancel();
  expect(cursor.at()).toBeUndefined();
});

it('leaves the selection where the reader moves on', () => {
  const cursor = new TimeCursor();
  cursor.selectTo(7, 4);
  cursor.goTo(8);
  expect(cursor.selection()).toBeUndefined();
});

it.each([
  ['ArrowLeft', undefined, 95],
  ['ArrowLeft', 0, 0],
  ['ArrowRight', 94, 95],
  ['ArrowRight', 95, 95],
  ['PageDown', 50, 40],
  ['PageUp', 90, 95],
  ['Home', 50, 0],
  ['End', undefined, 95],
  ['Tab', 50, undefined],
])('leads by %s from %s to %s', (key, at, bucket) => expect(bucketByKey(key, at, 96)).toBe(bucket));

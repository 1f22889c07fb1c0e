import { nameOf } from './error-name';

it.each([
  ['Disk is full', 'IOError', 'Disk is full'],
  ['', 'IOError', 'IOError'],
  [' \u200b\u202e\n', 'IOError', 'IOError'],
  ['', '', 'Error'],
])('calls an error with the title %j and the type %j %s', (title, errorType, name) => {
  expect(nameOf({ title, errorType })).toBe(name);
});

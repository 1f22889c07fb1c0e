import { text, wholeNumber } from '../fields/fields.js';

/** The query of every list: how much of it, and where the page before ended. */
export const pageShape = {
  pageSize: wholeNumber('entries', 1, 200).default(25),
  cursor: text(512).optional(),
};

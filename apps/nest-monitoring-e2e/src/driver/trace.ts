const ID = 0x5c17e5;

/** The trace that a request of a case is sent under, and that its rows are found by. */
export const traceOf = (caseIndex: number, exchangeIndex: number): string =>
  [ID, caseIndex, exchangeIndex]
    .map((part) => part.toString(16).padStart(8, '0'))
    .join('')
    .padStart(32, 'f');

/** The user that a request is made by, where it is a user's: rows of user_activity have no trace. */
export const userOf = (trace: string): string => `u-${trace}`;

import { HttpErrorResponse } from '@angular/common/http';
import { toProblem } from './problem';

describe('toProblem', () => {
  it('hands on what the server said', () => {
    const error = { type: 'about:blank', title: 'Bad Request', status: 400, detail: 'Use a whole number.' };
    expect(toProblem(new HttpErrorResponse({ status: 400, error }))).toEqual(error);
  });

  it('says so where no server answered', () => {
    expect(toProblem(new HttpErrorResponse({ status: 0 })).title).toBe('The server did not answer');
  });

  it.each([['<html>'], [null], [{ title: 7, status: 'x' }]])(
    'makes a problem of the foreign answer %j',
    (error) => {
      expect(toProblem(new HttpErrorResponse({ status: 502, error }))).toMatchObject({
        status: 502,
        detail: 'It answered with status 502.',
      });
    },
  );

  it('does not call an unreadable success a refusal', () => {
    expect(toProblem(new HttpErrorResponse({ status: 200, error: {} })).title).toBe(
      'The answer could not be read',
    );
  });
});

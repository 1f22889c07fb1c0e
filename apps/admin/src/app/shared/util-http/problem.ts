import { HttpErrorResponse } from '@angular/common/http';
import type { Problem } from '@scitex/monitoring-contracts';

/** What went wrong with a call, in words for the reader: the server's own where it answered with a problem. */
export function toProblem(error: unknown): Problem {
  if (!(error instanceof HttpErrorResponse)) return problem('Something went wrong', 0, String(error));
  if (isProblem(error.error)) return error.error;
  if (error.status === 0)
    return problem(
      'The server did not answer',
      0,
      'Check your connection and that the monitoring server runs.',
    );
  if (error.status >= 200 && error.status < 300)
    return problem(
      'The answer could not be read',
      error.status,
      'Something between you and the server changed it.',
    );
  return problem('The server refused the call', error.status, `It answered with status ${error.status}.`);
}

function problem(title: string, status: number, detail: string): Problem {
  return { type: 'about:blank', title, status, detail };
}

function isProblem(body: unknown): body is Problem {
  if (typeof body !== 'object' || body === null) return false;
  const { title, status, detail } = body as Partial<Problem>;
  return typeof title === 'string' && typeof status === 'number' && typeof detail === 'string';
}

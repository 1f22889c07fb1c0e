import { HttpException } from '@nestjs/common';
import type { Problem } from '@scitex/monitoring-contracts';

type FieldErrors = NonNullable<Problem['errors']>;

/**
 * A refusal whose answer says what was wrong and the mend.
 * @example throw new ProblemException(404, 'There is no error group with this id.')
 */
export class ProblemException extends HttpException {
  constructor(
    status: number,
    readonly detail: string,
    readonly errors?: FieldErrors,
    readonly currentVersion?: number,
  ) {
    super(detail, status);
  }
}

/** 400: names each refused field and its mend. */
export function refuseFields(errors: FieldErrors): ProblemException {
  return new ProblemException(
    400,
    'The request was not understood; errors says which fields to mend.',
    errors,
  );
}

/** 409: what the caller changes is not what it read any more. */
export function refuseStale(currentVersion: number): ProblemException {
  const detail = `It was changed meanwhile and has version ${currentVersion}: read it again, then change it.`;
  return new ProblemException(409, detail, undefined, currentVersion);
}

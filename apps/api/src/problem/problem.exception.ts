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

import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { Problem } from '@scitex/monitoring-contracts';
import { ProblemException, refuseFields } from './problem.exception.js';

type Issue = Parameters<
  NonNullable<NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory']>
>[0][number];

/** Validates queries, parameters and bodies by the contract's schemas; a refusal names each field. */
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => refuseFields(issues.flatMap(toFieldErrors)) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.type === 'body' && metadata.schema && !isObject(value)) {
      throw new ProblemException(400, 'The request needs a body: send a JSON object.');
    }
    const fields = metadata.schema ? fieldsWithNul(value) : [];
    if (fields.length > 0) {
      const message = 'Remove the NUL character: PostgreSQL stores none.';
      throw refuseFields(fields.map((field) => ({ field, message })));
    }
    return super.transform(value, metadata);
  }

  protected override stripProtoKeys(): void {
    // The schemas are strict: a field such as `__proto__` is refused like any other that they do not know.
  }
}

function isObject(value: unknown): value is object {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Looks no deeper than a query goes: what lies deeper in a body may lie too deep to follow. */
function fieldsWithNul(value: unknown): string[] {
  if (!isObject(value)) return [];
  const hasNul = (inner: unknown) => typeof inner === 'string' && inner.includes('\0');
  return Object.entries(value)
    .filter(([, inner]) => (Array.isArray(inner) ? inner.some(hasNul) : hasNul(inner)))
    .map(([field]) => field);
}

/** Zod reports unknown keys together, at their parent. */
function toFieldErrors(issue: Issue): NonNullable<Problem['errors']> {
  const path = (issue.path ?? []).map((segment) =>
    String(typeof segment === 'object' ? segment.key : segment),
  );
  if ('keys' in issue && Array.isArray(issue.keys)) {
    return issue.keys.map((key) => ({
      field: [...path, String(key)].join('.'),
      message: 'This field is not known here: remove it.',
    }));
  }
  return [{ field: path.join('.'), message: issue.message }];
}

import { StandardSchemaValidationPipe, type ArgumentMetadata } from '@nestjs/common';
import type { Problem } from '@scitex/monitoring-contracts';
import { refuseFields } from './problem.exception.js';

type Issue = Parameters<
  NonNullable<NonNullable<ConstructorParameters<typeof StandardSchemaValidationPipe>[0]>['exceptionFactory']>
>[0][number];

/** Validates queries, parameters and bodies by the contract's schemas; a refusal names each field. */
export class ValidationPipe extends StandardSchemaValidationPipe {
  constructor() {
    super({ exceptionFactory: (issues) => refuseFields(issues.flatMap(toFieldErrors)) });
  }

  override async transform<T>(value: T, metadata: ArgumentMetadata): Promise<T> {
    if (metadata.schema && hasNul(value)) {
      throw refuseFields([
        {
          field: metadata.data ?? metadata.type,
          message: 'Remove the NUL character: PostgreSQL stores none.',
        },
      ]);
    }
    return super.transform(value, metadata);
  }
}

function hasNul(value: unknown): boolean {
  if (typeof value === 'string') return value.includes('\0');
  if (typeof value !== 'object' || value === null) return false;
  return Object.values(value).some(hasNul);
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

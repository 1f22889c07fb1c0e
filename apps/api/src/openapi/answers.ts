import { applyDecorators } from '@nestjs/common';
import {
  ApiDefaultResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  type StandardSchemaObject,
} from '@nestjs/swagger';
import { problemSchema } from '@scitex/monitoring-contracts';
import { z } from 'zod';

const problem = z.toJSONSchema(problemSchema, { target: 'openapi-3.0' });

/** Documents a route: what it does, and that it answers this schema (nothing, where there is none) or a problem. */
export const Answers = (schema: StandardSchemaObject | null, summary: string) =>
  applyDecorators(
    ApiOperation({ summary }),
    schema
      ? ApiOkResponse({ description: 'Done.', standardSchema: schema })
      : ApiNoContentResponse({ description: 'Done.' }),
    ApiDefaultResponse({
      description: 'A problem (RFC 9457): what was wrong, and the mend.',
      content: { 'application/problem+json': { schema: problem as object } },
    }),
  );

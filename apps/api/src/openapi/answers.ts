import { applyDecorators } from '@nestjs/common';
import { ApiDefaultResponse, ApiOkResponse, type StandardSchemaObject } from '@nestjs/swagger';
import { problemSchema } from '@scitex/monitoring-contracts';
import { z } from 'zod';

const problem = z.toJSONSchema(problemSchema, { target: 'openapi-3.0' });

/** Documents what a route answers: this schema, or a problem. */
export const Answers = (schema: StandardSchemaObject) =>
  applyDecorators(
    ApiOkResponse({ description: 'Done.', standardSchema: schema }),
    ApiDefaultResponse({
      description: 'A problem (RFC 9457): what was wrong, and the mend.',
      content: { 'application/problem+json': { schema: problem as object } },
    }),
  );

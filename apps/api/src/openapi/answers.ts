import { applyDecorators } from '@nestjs/common';
import { ApiDefaultResponse, ApiOperation, ApiResponse, type StandardSchemaObject } from '@nestjs/swagger';
import { problemSchema } from '@scitex/monitoring-contracts';
import { z } from 'zod';

const problem = z.toJSONSchema(problemSchema, { target: 'openapi-3.0' });

/**
 * Documents a route: what it does, and that it answers this schema (nothing, where there is none) or a problem.
 * @param status of the answer, where it is not 200, or 204 for nothing
 */
export const Answers = (schema: StandardSchemaObject | null, summary: string, status = schema ? 200 : 204) =>
  applyDecorators(
    ApiOperation({ summary }),
    ApiResponse({ status, description: 'Done.', ...(schema && { standardSchema: schema }) }),
    ApiDefaultResponse({
      description: 'A problem (RFC 9457): what was wrong, and the mend.',
      content: { 'application/problem+json': { schema: problem as object } },
    }),
  );

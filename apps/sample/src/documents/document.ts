import { BadRequestException } from '@nestjs/common';

export interface Document {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

export type DocumentDraft = Omit<Document, 'id'>;

/** @throws BadRequestException that says what the body must hold */
export function readDraft(body: unknown): DocumentDraft {
  const { title, text = '' } = (body ?? {}) as Record<string, unknown>;
  if (typeof title !== 'string' || title === '' || title.length > 200)
    throw new BadRequestException('title takes 1 to 200 characters.');
  if (typeof text !== 'string' || text.length > 10_000)
    throw new BadRequestException('text takes at most 10,000 characters.');
  return { title, text };
}

import { randomUUID } from 'node:crypto';
import { Injectable, NotFoundException } from '@nestjs/common';
import type { Document, DocumentDraft } from './document.js';

/** Beyond it the oldest document goes: nobody can fill the memory. */
const CAPACITY = 10_000;

const TITLES = [
  'Field notes',
  'Grant proposal',
  'Methods',
  'Review of the literature',
  'Response to referees',
];

/** Documents in memory; `doc-1` to `doc-5` are there from the start. */
@Injectable()
export class DocumentsService {
  private readonly documents = new Map<string, Document>(
    TITLES.map((title, index) => [`doc-${index + 1}`, { id: `doc-${index + 1}`, title, text: '' }]),
  );

  list(): Document[] {
    return [...this.documents.values()].slice(0, 50);
  }

  read(id: string): Document {
    const document = this.documents.get(id);
    if (!document) throw new NotFoundException('There is no such document.');
    return document;
  }

  create(draft: DocumentDraft): Document {
    const [oldest] = this.documents.keys();
    if (oldest && this.documents.size >= CAPACITY) this.documents.delete(oldest);
    return this.save({ id: randomUUID(), ...draft });
  }

  update(id: string, draft: DocumentDraft): Document {
    return this.save({ ...this.read(id), ...draft });
  }

  delete(id: string): void {
    this.documents.delete(this.read(id).id);
  }

  private save(document: Document): Document {
    this.documents.set(document.id, document);
    return document;
  }
}

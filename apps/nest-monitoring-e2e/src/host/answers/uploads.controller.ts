import { Controller, Post, Req } from '@nestjs/common';
import type { FastifyAdapter } from '@nestjs/platform-fastify';
import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

/** What no body parser has read: Express's request itself, or what Fastify's parser made of it. */
type Upload = Readable | { readonly body: Readable };

@Controller('uploads')
export class UploadsController {
  @Post()
  async upload(@Req() request: Upload) {
    const hash = createHash('sha256');
    let size = 0;
    for await (const chunk of 'body' in request && request.body ? request.body : (request as Readable)) {
      size += (chunk as Buffer).length;
      hash.update(chunk as Buffer);
    }
    return { size, sha256: hash.digest('hex') };
  }
}

/** Fastify refuses a type of content that it has no parser for: this one hands the stream on. */
export function acceptAnyUpload(adapter: FastifyAdapter): void {
  const types = ['application/octet-stream', 'multipart/form-data'];
  adapter.getInstance().addContentTypeParser(types, { bodyLimit: 16_777_216 }, (_request, payload, done) => {
    done(null, payload);
  });
}

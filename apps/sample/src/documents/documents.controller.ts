import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { readDraft } from './document.js';
import { DocumentsService } from './documents.service.js';

@Controller('documents')
export class DocumentsController {
  constructor(private readonly documents: DocumentsService) {}

  @Get()
  list() {
    return this.documents.list();
  }

  @Get(':id')
  read(@Param('id') id: string) {
    return this.documents.read(id);
  }

  @Get(':id/export')
  @Header('content-type', 'text/markdown; charset=utf-8')
  export(@Param('id') id: string) {
    const { title, text } = this.documents.read(id);
    return `# ${title}\n\n${text}\n`;
  }

  @Post()
  create(@Body() body: unknown) {
    return this.documents.create(readDraft(body));
  }

  @Patch(':id')
  update(@Param('id') id: string, @Body() body: unknown) {
    return this.documents.update(id, readDraft(body));
  }

  @Delete(':id')
  @HttpCode(204)
  delete(@Param('id') id: string) {
    this.documents.delete(id);
  }
}

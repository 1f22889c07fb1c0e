import { Controller, Get, Param, Query } from '@nestjs/common';
import { PapersService } from './papers.service.js';

@Controller('papers')
export class PapersController {
  constructor(private readonly papers: PapersService) {}

  @Get()
  search(@Query('q') query: unknown) {
    return this.papers.search(query);
  }

  @Get(':id')
  read(@Param('id') id: string) {
    return this.papers.read(id);
  }
}

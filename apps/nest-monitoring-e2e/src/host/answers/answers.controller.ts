import {
  All,
  Body,
  Controller,
  Delete,
  Get,
  Head,
  Header,
  HttpCode,
  HttpStatus,
  Options,
  Param,
  ParseIntPipe,
  Patch,
  Post,
  Put,
  Query,
  Redirect,
  Res,
} from '@nestjs/common';
import type { Reply } from './reply.js';

/** Answers of every kind that are given at once. */
@Controller('answers')
export class AnswersController {
  @Get('object')
  object(@Query('q') q: string | undefined) {
    return { q: q ?? null };
  }

  @Get('text')
  @Header('cache-control', 'no-store')
  text() {
    return 'plain words';
  }

  @Get('nothing')
  nothing(): void {
    return;
  }

  @Post()
  @HttpCode(HttpStatus.ACCEPTED)
  create(@Body() body: unknown) {
    return { body };
  }

  @Put(':id')
  replace(@Param('id') id: string) {
    return { id };
  }

  @Patch(':id')
  change(@Param('id') id: string) {
    return { id };
  }

  @Delete(':id')
  @HttpCode(HttpStatus.NO_CONTENT)
  remove(): void {
    return;
  }

  @Head('head')
  @Header('x-count', '3')
  head(): void {
    return;
  }

  @Options('options')
  @Header('allow', 'GET, OPTIONS')
  options(): void {
    return;
  }

  @All('every/method')
  all() {
    return {};
  }

  @Get('moved')
  @Redirect('/answers/object', HttpStatus.MOVED_PERMANENTLY)
  moved(): void {
    return;
  }

  @Get('elsewhere')
  @Redirect()
  elsewhere() {
    return { url: '/answers/text', statusCode: HttpStatus.TEMPORARY_REDIRECT };
  }

  @Get('by-hand')
  byHand(@Res() reply: Reply): void {
    reply.status(HttpStatus.NON_AUTHORITATIVE_INFORMATION).send({ by: 'hand' });
  }

  @Get('by-hand-failing')
  byHandFailing(@Res() reply: Reply): void {
    reply.status(HttpStatus.BAD_GATEWAY).send({ sorry: true });
  }

  @Get('passthrough')
  passthrough(@Res({ passthrough: true }) reply: Reply) {
    reply.status(HttpStatus.PARTIAL_CONTENT);
    return { passed: 'through' };
  }

  @Get('number/:id')
  byId(@Param('id', ParseIntPipe) id: number) {
    return { id };
  }
}

import {
  Body,
  Controller,
  Get,
  HttpCode,
  HttpException,
  Inject,
  NotFoundException,
  Param,
  ParseIntPipe,
  Post,
  ServiceUnavailableException,
  Sse,
  UseGuards,
  UseInterceptors,
} from '@nestjs/common';
import { MonitoringService, SkipMonitoring, TrackActivity } from '../../src/index.js';
import { interval, map } from 'rxjs';
import { setTimeout } from 'node:timers/promises';
import { RejectGuard, ThrowingGuard, ThrowingInterceptor, ThrowingPipe } from './throwing.js';

const unreadable = Object.defineProperty({}, 'message', {
  get() {
    throw new Error('not even this');
  },
});

/** One handler for each way in which a request can end. */
@Controller('papers')
export class PapersController {
  constructor(@Inject(MonitoringService) private readonly monitoring: MonitoringService) {}

  @Get('search')
  search() {
    return { results: [] };
  }

  @Get('slow')
  async slow() {
    await setTimeout(300);
    return {};
  }

  @Get('failing')
  failing() {
    throw new Error('the index is gone', { cause: new Error('disk full') });
  }

  @Get('unavailable')
  unavailable() {
    throw new ServiceUnavailableException('back soon');
  }

  @Get('teapot')
  teapot() {
    throw new HttpException('short and stout', 418);
  }

  @Get('missing')
  missing() {
    throw new NotFoundException('no such paper');
  }

  @Get('null')
  throwsNull() {
    throw null;
  }

  @Get('string')
  throwsString() {
    throw 'just a string';
  }

  @Get('unreadable')
  throwsUnreadable() {
    throw unreadable;
  }

  @Get('guard')
  @UseGuards(ThrowingGuard)
  guarded() {
    return {};
  }

  @Get('forbidden')
  @UseGuards(RejectGuard)
  forbidden() {
    return {};
  }

  @Get('pipe/:value')
  piped(@Param('value', ThrowingPipe) value: string) {
    return { value };
  }

  @Get('interceptor')
  @UseInterceptors(ThrowingInterceptor)
  intercepted() {
    return {};
  }

  @Get('cited')
  cited() {
    this.monitoring.logActivity({ activityType: 'cite' });
    return {};
  }

  @Get('logged')
  logged() {
    const error = new Error('seen already');
    this.monitoring.logError(error, { severity: 'low' });
    throw error;
  }

  @SkipMonitoring()
  @Get('skipped')
  skipped() {
    throw new Error('nobody has to know');
  }

  @TrackActivity('annotate', { feature: 'margin notes' })
  @Post(':id/notes')
  addNote(@Param('id') id: string) {
    return { id };
  }

  @Sse('events')
  events() {
    return interval(20).pipe(map((count) => ({ data: { count } })));
  }

  @Get(':id')
  byId(@Param('id', ParseIntPipe) id: number) {
    return { id };
  }

  @HttpCode(202)
  @Post()
  create(@Body() body: unknown) {
    return { body };
  }
}

import { Controller, Get, Param } from '@nestjs/common';
import { once } from 'node:events';
import http, { type IncomingMessage } from 'node:http';
import { setTimeout } from 'node:timers/promises';
import { settings } from '../settings.js';

/** A handler that calls another service, with a pause before each call: requests overlap. */
@Controller('calls')
export class CallsController {
  @Get(':id')
  async call(@Param('id') id: string) {
    await setTimeout(Math.random() * 10);
    await (await fetch(`${settings.peerUrl}/fetched/${id}`)).text();
    await setTimeout(Math.random() * 10);
    const [answer] = (await once(http.get(`${settings.peerUrl}/got/${id}`), 'response')) as [IncomingMessage];
    await answer.toArray();
    return { id };
  }

  @Get(':id/failing')
  async failing(@Param('id') id: string) {
    await this.call(id);
    throw new Error(`called, and then failed`);
  }
}

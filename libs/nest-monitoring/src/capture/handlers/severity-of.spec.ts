import { HttpException, NotFoundException } from '@nestjs/common';
import { RpcException } from '@nestjs/microservices';
import { WsException } from '@nestjs/websockets';
import { DelayedError, UnrecoverableError } from 'bullmq';
import { GraphQLError } from 'graphql';
import { severityOf } from './severity-of.js';

const awsError = Object.assign(new Error('no such key'), { statusCode: 404 });
const hostile = new Proxy(
  {},
  {
    get() {
      throw new Error('not even this');
    },
  },
);

describe('how bad it is that a handler threw', () => {
  it.each([
    [new NotFoundException(), null],
    [new HttpException('teapot', 418), null],
    [new HttpException('back soon', 503), 'high'],
    [new RpcException('no'), 'medium'],
    [new WsException('no'), 'medium'],
    [new GraphQLError('no'), 'medium'],
    [new DelayedError(), 'high'],
    [awsError, 'high'],
    ['text', 'high'],
    [null, 'high'],
    [undefined, 'high'],
  ])('is, for %p that somebody is answered with: %s', (error, severity) => {
    expect(severityOf(error, true)).toBe(severity);
  });

  it.each([
    [new NotFoundException(), 'high'],
    [new RpcException('no'), 'high'],
    [new UnrecoverableError(), 'high'],
    [new DelayedError(), null],
    ['text', 'high'],
  ])('is, for %p that nobody is answered with: %s', (error, severity) => {
    expect(severityOf(error, false)).toBe(severity);
  });

  it.each([true, false])('is high where that cannot even be read', (isAnswered) => {
    expect(severityOf(hostile, isAnswered)).toBe('high');
  });
});

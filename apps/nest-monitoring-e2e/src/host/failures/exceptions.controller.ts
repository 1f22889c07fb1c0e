import * as nest from '@nestjs/common';
import { Controller, Get, HttpException, HttpStatus, Param } from '@nestjs/common';

type ExceptionClass = new (message: string) => HttpException;

const isExceptionClass = (value: unknown): value is ExceptionClass =>
  typeof value === 'function' && value.prototype instanceof HttpException;

/** Every class of HttpException that Nest has, by its name; each is made with a message alone. */
export const EXCEPTIONS: Readonly<Record<string, () => HttpException>> = {
  HttpException: () => new HttpException('thrown as HttpException', HttpStatus.INSUFFICIENT_STORAGE),
  ...Object.fromEntries(
    Object.entries(nest).flatMap(([name, value]) =>
      isExceptionClass(value) ? [[name, () => new value(`thrown as ${name}`)]] : [],
    ),
  ),
};

@Controller('exceptions')
export class ExceptionsController {
  @Get(':name')
  throw(@Param('name') name: string) {
    throw EXCEPTIONS[name]?.() ?? new Error(`Nest has no ${name}`);
  }
}

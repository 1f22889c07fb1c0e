import { Controller, Get, UseGuards } from '@nestjs/common';
import { CurrentUser } from './current-user.decorator.js';
import { SignedInGuard } from './signed-in.guard.js';
import type { User } from './user.js';

@Controller('me')
@UseGuards(SignedInGuard)
export class MeController {
  @Get()
  read(@CurrentUser() user: User): User {
    return user;
  }
}

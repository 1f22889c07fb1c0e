import { Body, Controller, Get, Param, Patch, UseGuards } from '@nestjs/common';
import { CurrentUser } from '../identity/current-user.decorator.js';
import { SignedInGuard } from '../identity/signed-in.guard.js';
import type { User } from '../identity/user.js';
import { ProjectsService } from './projects.service.js';

@Controller('projects')
export class ProjectsController {
  constructor(private readonly projects: ProjectsService) {}

  @Get()
  list() {
    return this.projects.list();
  }

  @Get(':id')
  read(@Param('id') id: string) {
    return this.projects.read(id);
  }

  @Patch(':id')
  @UseGuards(SignedInGuard)
  rename(@Param('id') id: string, @Body('title') title: unknown, @CurrentUser() user: User) {
    return this.projects.rename(id, title, user);
  }
}

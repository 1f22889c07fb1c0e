import { BadRequestException, ForbiddenException, Injectable, NotFoundException } from '@nestjs/common';
import type { User } from '../identity/user.js';

export interface Project {
  readonly id: string;
  readonly title: string;
  readonly owner: string;
}

@Injectable()
export class ProjectsService {
  private readonly projects = new Map<string, Project>([
    ['alpine-soils', { id: 'alpine-soils', title: 'Alpine soils', owner: 'ada' }],
    ['ancient-languages', { id: 'ancient-languages', title: 'Ancient languages', owner: 'barbara' }],
    ['olfactory-bulb', { id: 'olfactory-bulb', title: 'Olfactory bulb', owner: 'emmy' }],
  ]);

  list(): Project[] {
    return [...this.projects.values()];
  }

  read(id: string): Project {
    const project = this.projects.get(id);
    if (!project) throw new NotFoundException('There is no such project.');
    return project;
  }

  rename(id: string, title: unknown, user: User): Project {
    const project = this.read(id);
    if (project.owner !== user.id)
      throw new ForbiddenException(`Only ${project.owner} may rename this project.`);
    if (typeof title !== 'string' || title === '' || title.length > 200)
      throw new BadRequestException('title takes 1 to 200 characters.');
    const renamed = { ...project, title };
    this.projects.set(id, renamed);
    return renamed;
  }
}

import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import {
  deploySchema,
  deploysQuerySchema,
  deploysSchema,
  postDeploySchema,
  type Deploy,
  type Deploys,
  type DeploysQuery,
  type PostDeploy,
} from '@scitex/monitoring-contracts';
import { RequireRole } from '../access/policy.js';
import { Answers } from '../openapi/answers.js';
import { DeploysService } from './deploys.service.js';

@ApiTags('deploys')
@Controller('deploys')
export class DeploysController {
  constructor(private readonly service: DeploysService) {}

  @Get()
  @RequireRole('viewer', 'metrics:read')
  @Answers(
    deploysSchema,
    'Deploys over a range, the newest first: releases that were seen for the first time, and those that were posted.',
  )
  list(@Query({ schema: deploysQuerySchema }) query: DeploysQuery): Promise<Deploys> {
    return this.service.list(query);
  }

  @Post()
  @RequireRole('staff', 'ingest:write')
  @Answers(
    deploySchema,
    'Tells of a deploy, as CI does. Sent again with the same `id`, or the same release and `timestamp`, it is the same ' +
      'deploy; 409 where it says something else then.',
    201,
  )
  post(@Body({ schema: postDeploySchema }) deploy: PostDeploy): Promise<Deploy> {
    return this.service.post(deploy);
  }
}

import { Injectable } from '@nestjs/common';
import type { Deploy, Deploys, DeploysQuery, PostDeploy } from '@scitex/monitoring-contracts';
import { DeployConflictError, postDeploy, readDeploys } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { ProblemException } from '../problem/problem.exception.js';
import { resolveRange } from '../range/resolve-range.js';

@Injectable()
export class DeploysService {
  constructor(private readonly dataSource: DataSource) {}

  async list(query: DeploysQuery): Promise<Deploys> {
    const { scope, range } = resolveRange(query);
    return { range, ...(await readDeploys(this.dataSource, scope)) };
  }

  async post({ app, environment, release, ...told }: PostDeploy): Promise<Deploy> {
    const { id = null, timestamp = new Date(), note = null, url = null } = told;
    const deploy = { id, timestamp, app, environment, release, note, url };
    return postDeploy(this.dataSource, deploy).catch(refuseConflict);
  }
}

function refuseConflict(error: unknown): never {
  if (!(error instanceof DeployConflictError)) throw error;
  throw new ProblemException(
    409,
    'A deploy with this id, or of this release at this time, was posted before and says something else: give another id, or another timestamp.',
  );
}

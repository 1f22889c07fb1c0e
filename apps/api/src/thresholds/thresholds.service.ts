import { Injectable } from '@nestjs/common';
import type { Account, PutThresholds, Thresholds } from '@scitex/monitoring-contracts';
import { listThresholds, putThresholds, StaleVersionError } from '@scitex/monitoring-storage';
import { DataSource } from 'typeorm';
import { refuseStale } from '../problem/problem.exception.js';

@Injectable()
export class ThresholdsService {
  constructor(private readonly dataSource: DataSource) {}

  async list(): Promise<Thresholds> {
    return { environments: await listThresholds(this.dataSource) };
  }

  async put({ id }: Account, thresholds: PutThresholds): Promise<Thresholds> {
    await putThresholds(this.dataSource, { ...thresholds, updatedBy: id }).catch((error: unknown) => {
      throw error instanceof StaleVersionError ? refuseStale(error.currentVersion) : error;
    });
    return this.list();
  }
}

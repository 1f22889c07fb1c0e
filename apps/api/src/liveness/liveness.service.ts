import { setTimeout } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { ProblemException } from '../problem/problem.exception.js';

/** Orchestrators ask every few seconds and give up soon. */
const PATIENCE_MS = 2000;

@Injectable()
export class LivenessService {
  constructor(private readonly dataSource: DataSource) {}

  /** @throws ProblemException 503 when the store does not answer within two seconds */
  async ready(): Promise<{ status: 'ready' }> {
    if (await this.storeAnswers()) return { status: 'ready' };
    throw new ProblemException(503, 'The store does not answer: check that PostgreSQL runs.');
  }

  private async storeAnswers(): Promise<boolean> {
    const answers = this.dataSource.query('SELECT 1').then(
      () => true,
      () => false,
    );
    return Promise.race([answers, setTimeout(PATIENCE_MS, false, { ref: false })]);
  }
}

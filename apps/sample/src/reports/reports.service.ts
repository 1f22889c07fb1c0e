import { setTimeout as pause } from 'node:timers/promises';
import { BadRequestException, Injectable, ServiceUnavailableException } from '@nestjs/common';
import { QueryTimeoutError } from './query-timeout.error.js';

export interface Report {
  readonly rows: readonly { readonly month: string; readonly reads: number }[];
}

const LONGEST_MS = 5000;
const QUERY_TIMEOUT_MS = 250;

/** Reports: one that works, and one for each way in which reports go wrong. */
@Injectable()
export class ReportsService {
  async usage(): Promise<Report> {
    await pause(30 + Math.random() * 60);
    return { rows: [{ month: '2026-01', reads: 1204 }] };
  }

  /** @param ms how long it takes, in milliseconds */
  async slow(ms: string): Promise<{ tookMs: number }> {
    const tookMs = Number(ms);
    if (!/^\d+$/.test(ms) || tookMs > LONGEST_MS)
      throw new BadRequestException(`ms takes a whole number from 0 to ${LONGEST_MS}.`);
    await pause(tookMs);
    return { tookMs };
  }

  /** Trusts what it parses: the everyday bug. */
  failing(): number {
    const report = JSON.parse('{ "rows": null }') as Report;
    return report.rows.map(({ reads }) => reads).reduce((sum, reads) => sum + reads, 0);
  }

  async timeout(): Promise<never> {
    await pause(QUERY_TIMEOUT_MS);
    throw new QueryTimeoutError(QUERY_TIMEOUT_MS);
  }

  unavailable(): never {
    throw new ServiceUnavailableException('Reports are being rebuilt.');
  }
}

import type { ComparedQuery, Range } from '@scitex/monitoring-contracts';
import type { Scope } from '@scitex/monitoring-storage';
import { previousOf, resolveRange, type ResolvedRange } from './resolve-range.js';
import { SharedReads } from './shared-reads.js';

type Read<Figures> = (scope: Scope, bucketSeconds: number) => Promise<Figures>;

type Compared<Figures, Before> = { range: Range; previous?: { range: Range } & Before } & Figures;

/** Answers calls over a range, with the period before where they ask to compare; staff who have the same page open share them. */
export class ComparedReads<Figures extends object, Before extends object> {
  private readonly shared: SharedReads<Compared<Figures, Before>>;

  /** @param before what of the period before is compared */
  constructor(
    snapshot: () => Promise<string>,
    private readonly figures: Read<Figures>,
    private readonly before: Read<Before>,
  ) {
    this.shared = new SharedReads(snapshot);
  }

  read(query: ComparedQuery): Promise<Compared<Figures, Before>> {
    return this.shared.run(query, () => this.readNow(query));
  }

  private async readNow({ compare, ...query }: ComparedQuery): Promise<Compared<Figures, Before>> {
    const asked = resolveRange(query);
    const [figures, previous] = await Promise.all([
      ofRange(asked, this.figures),
      compare && ofRange(previousOf(asked), this.before),
    ]);
    return { ...figures, ...(previous && { previous }) };
  }
}

async function ofRange<Figures>({ scope, range }: ResolvedRange, read: Read<Figures>) {
  return { range, ...(await read(scope, range.bucketSeconds)) };
}

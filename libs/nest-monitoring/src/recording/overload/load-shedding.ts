import type { EventKind, Events } from '@scitex/monitoring-contracts';
import { Shedder, type Admit } from '../merging/shedder.js';
import { NO_OVERLOAD, type OverloadState } from '../overload-state.js';
import type { OverloadWatch } from './overload-watch.js';

/** Has events shed and merged for as long, and as far, as the host is overloaded. */
export class LoadShedding {
  /** Whether events are to be given to `take`; a plain property, as every event asks. */
  isShedding = false;
  private readonly shedder: Shedder;

  /** @param watch null: everything is recorded in full, always */
  constructor(
    private readonly watch: OverloadWatch | null,
    admit: Admit,
  ) {
    this.shedder = new Shedder(admit);
  }

  get state(): OverloadState {
    return this.watch?.state ?? NO_OVERLOAD;
  }

  take<K extends EventKind>(kind: K, event: Events[K][number]): void {
    this.shedder.take(kind, event);
  }

  /** Admits what is held back. */
  drain(): void {
    this.shedder.drain();
  }

  /** To be called at regular intervals: ends one in which alike events are merged, and begins the next. */
  tick(): void {
    this.drain();
    if (!this.watch) return;
    this.watch.tick();
    const { mode, rowsPerKey } = this.watch.step;
    this.shedder.rowsPerKey = rowsPerKey;
    this.isShedding = mode !== 'full';
  }

  stop(): void {
    this.watch?.stop();
    this.drain();
  }
}

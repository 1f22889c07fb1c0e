import { jest } from '@jest/globals';
import { EventEmitter } from 'node:events';
import { OverloadWatch } from '../../src/recording/overload/overload-watch.js';

/** Every mode that a watch of this process changes to, in order; emits `change` for each. */
export class ModeChanges extends EventEmitter {
  readonly seen: string[] = [];
  readonly stop: () => void;

  constructor() {
    super();
    const { tick } = OverloadWatch.prototype;
    const note = (mode: string) => {
      this.seen.push(mode);
      this.emit('change');
    };
    const spy = jest.spyOn(OverloadWatch.prototype, 'tick').mockImplementation(function (
      this: OverloadWatch,
    ) {
      const { mode } = this.state;
      tick.call(this);
      if (this.state.mode !== mode) note(this.state.mode);
    });
    this.stop = () => spy.mockRestore();
  }
}

import { SetMetadata } from '@nestjs/common';
import { SkipMonitoring } from '../../decorators/skip-monitoring.decorator.js';
import { assignOwner, releaseOwner, watchMethods, type MethodKind } from './bare-methods.js';
import type { HandlerRecorder } from './handler-recorder.js';
import type { HandlerClass } from './watched-handler.js';

const MARK = 'spec:mark';
const Marked = (): MethodDecorator => SetMetadata(MARK, true);

const marked: MethodKind = ({ name }, method, methodName) =>
  Reflect.hasMetadata(MARK, method)
    ? { metricType: 'cron', name: `${name}.${methodName}`, verb: null, isTimed: true, isAnswered: false }
    : null;

describe('methods that are called bare', () => {
  let runs: string[];
  const recorder = {
    watch: (handler: { name: string }, _args: unknown, work: () => unknown) => {
      runs.push(handler.name);
      return work();
    },
  } as unknown as HandlerRecorder;

  /** An instance of an app that is monitored. */
  const monitored = <T extends object>(type: new () => T): T => {
    watchMethods(type as HandlerClass, [marked]);
    const instance = new type();
    assignOwner(instance, recorder);
    return instance;
  };

  beforeEach(() => {
    runs = [];
  });

  it('keep their marks, their name, their length, and what they take and give', () => {
    class Chores {
      private readonly broom = 'broom';

      @Marked()
      sweep(...rooms: string[]): string {
        return `${this.broom}: ${rooms.join()}`;
      }
    }
    const chores = monitored(Chores);
    expect(chores.sweep('hall', 'attic')).toBe('broom: hall,attic');
    expect(Reflect.getMetadata(MARK, chores.sweep)).toBe(true);
    expect([chores.sweep.name, chores.sweep.length]).toEqual(['sweep', 0]);
    expect(Object.keys(Chores.prototype)).toEqual([]);
    expect(runs).toEqual(['Chores.sweep']);
  });

  it('count once where a class calls the one that it inherits, and by the class that they run in', () => {
    class Base {
      @Marked()
      sweep(): string {
        return 'base';
      }

      @Marked()
      dust(): string {
        return 'dust';
      }
    }
    class Derived extends Base {
      @Marked()
      override sweep(): string {
        return `derived, ${super.sweep()}`;
      }
    }
    const base = monitored(Base);
    const derived = monitored(Derived);
    expect([derived.sweep(), derived.dust(), base.dust()]).toEqual(['derived, base', 'dust', 'dust']);
    expect(runs).toEqual(['Derived.sweep', 'Derived.dust', 'Base.dust']);
  });

  it('are watched once, however many apps have the class', () => {
    class Chores {
      @Marked()
      sweep(): void {
        return;
      }
    }
    monitored(Chores).sweep();
    monitored(Chores).sweep();
    expect(runs).toHaveLength(2);
  });

  it('are left alone in an app that is not monitored, or not any longer, and without an instance', () => {
    class Chores {
      @Marked()
      sweep(): string {
        return 'swept';
      }
    }
    const chores = monitored(Chores);
    releaseOwner(chores, recorder);
    const { sweep } = chores;
    expect([chores.sweep(), new Chores().sweep(), sweep.call(undefined as never)]).toEqual(
      Array(3).fill('swept'),
    );
    expect(runs).toEqual([]);
  });

  it('are left alone where they are not marked, or to be skipped, and getters are not called', () => {
    class Chores {
      get dust(): string {
        throw new Error('called');
      }

      sweep(): void {
        return;
      }

      @SkipMonitoring()
      @Marked()
      mop(): void {
        return;
      }
    }
    @SkipMonitoring()
    class Secrets {
      @Marked()
      burn(): void {
        return;
      }
    }
    const { sweep, mop } = Chores.prototype;
    expect(watchMethods(Chores as HandlerClass, [marked])).toBe(false);
    expect(watchMethods(Secrets as HandlerClass, [marked])).toBe(false);
    expect([Chores.prototype.sweep, Chores.prototype.mop]).toEqual([sweep, mop]);
  });

  it('stay as they are where the class is frozen', () => {
    class Chores {
      @Marked()
      sweep(): string {
        return 'swept';
      }
    }
    Object.freeze(Chores.prototype);
    expect(monitored(Chores).sweep()).toBe('swept');
    expect(runs).toEqual([]);
  });
});

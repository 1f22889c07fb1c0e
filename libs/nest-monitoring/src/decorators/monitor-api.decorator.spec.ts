import { SetMetadata } from '@nestjs/common';
import { firstValueFrom, of, throwError, type Observable } from 'rxjs';
import { activate, deactivate } from '../manual/active-monitoring.js';
import { ApiCall } from '../manual/api-call.js';
import type { ApiUsage } from '../manual/log-entries.js';
import { MonitorApi } from './monitor-api.decorator.js';

const failure = new Error('no route');

class Crossref {
  constructor(private readonly works: string[]) {}

  @MonitorApi('crossref')
  @SetMetadata('mark', 'kept')
  findSync(): string[] {
    return this.works;
  }

  @MonitorApi('crossref')
  async find(query: string): Promise<string[]> {
    return this.works.filter((work) => work.includes(query));
  }

  @MonitorApi('crossref')
  async fail(): Promise<never> {
    throw failure;
  }

  @MonitorApi('crossref')
  stream(): Observable<string> {
    return of(...this.works);
  }

  @MonitorApi('crossref')
  failStream(): Observable<never> {
    return throwError(() => failure);
  }
}

describe('@MonitorApi', () => {
  const calls: (Pick<ApiUsage, 'endpoint' | 'success'> & { error: unknown })[] = [];
  const monitoring = {
    timeApiCall: (apiName: string, endpoint: string) =>
      new ApiCall({ apiName, endpoint, queryParams: {} }, ({ success }, error) =>
        calls.push({ endpoint, success, error }),
      ),
  };
  const crossref = new Crossref(['genes', 'proteins']);

  beforeEach(() => {
    calls.length = 0;
    activate(monitoring);
  });
  afterEach(() => deactivate(monitoring));

  it('times calls, and hands back what they return', async () => {
    expect(crossref.findSync()).toEqual(['genes', 'proteins']);
    expect(await crossref.find('gen')).toEqual(['genes']);
    expect(calls).toEqual([
      { endpoint: 'Crossref.findSync', success: true, error: undefined },
      { endpoint: 'Crossref.find', success: true, error: undefined },
    ]);
  });

  it('rethrows, and records the error', async () => {
    await expect(crossref.fail()).rejects.toBe(failure);
    expect(calls).toEqual([{ endpoint: 'Crossref.fail', success: false, error: failure }]);
  });

  it('times an Observable until it ends', async () => {
    const works = crossref.stream();
    expect(calls).toEqual([]);
    expect(await firstValueFrom(works)).toBe('genes');
    await expect(firstValueFrom(crossref.failStream())).rejects.toBe(failure);
    expect(calls.map(({ success }) => success)).toEqual([true, false]);
  });

  it('keeps the marks of the decorators below it', () => {
    expect(Reflect.getMetadata('mark', Crossref.prototype.findSync)).toBe('kept');
    expect(Crossref.prototype.findSync.name).toBe('findSync');
  });

  it('leaves the method alone where no monitoring runs', () => {
    deactivate(monitoring);
    expect(crossref.findSync()).toEqual(['genes', 'proteins']);
    expect(calls).toEqual([]);
  });
});

import { Pipe, type PipeTransform } from '@angular/core';
import {
  formatAge,
  formatBytes,
  formatCount,
  formatDateTime,
  formatMicros,
  formatMs,
  formatPercent,
  formatTime,
} from './format';

@Pipe({ name: 'count' })
export class CountPipe implements PipeTransform {
  readonly transform = formatCount;
}

@Pipe({ name: 'ms' })
export class MsPipe implements PipeTransform {
  readonly transform = formatMs;
}

@Pipe({ name: 'micros' })
export class MicrosPipe implements PipeTransform {
  readonly transform = formatMicros;
}

@Pipe({ name: 'bytes' })
export class BytesPipe implements PipeTransform {
  readonly transform = formatBytes;
}

@Pipe({ name: 'rate' })
export class RatePipe implements PipeTransform {
  readonly transform = formatPercent;
}

@Pipe({ name: 'clock' })
export class ClockPipe implements PipeTransform {
  readonly transform = formatTime;
}

@Pipe({ name: 'moment' })
export class MomentPipe implements PipeTransform {
  readonly transform = formatDateTime;
}

/** Impure by need: an age grows while its value stays. */
@Pipe({ name: 'age', pure: false })
export class AgePipe implements PipeTransform {
  readonly transform = (value: string | Date | null | undefined) => formatAge(value);
}

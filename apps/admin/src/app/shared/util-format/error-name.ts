import { Pipe, type PipeTransform } from '@angular/core';
import type { ErrorGroup } from '@scitex/monitoring-contracts';

const VISIBLE = /[^\p{C}\p{Z}]/u;

/** What an error is called: its title, or its type where nothing of the title can be seen. */
export function nameOf({ title, errorType }: Pick<ErrorGroup, 'title' | 'errorType'>): string {
  return [title, errorType].find((name) => VISIBLE.test(name)) ?? 'Error';
}

@Pipe({ name: 'errorName' })
export class ErrorNamePipe implements PipeTransform {
  readonly transform = nameOf;
}

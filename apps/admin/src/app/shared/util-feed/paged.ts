import type { HttpClient } from '@angular/common/http';
import { computed, linkedSignal, type Signal, signal, untracked } from '@angular/core';
import type { Problem } from '@scitex/monitoring-contracts';
import { toProblem } from '../util-http/problem';
import type { Feed } from './feed';

interface Page {
  readonly items: readonly unknown[];
  readonly total: number;
  readonly nextCursor: string | null;
}

interface Request {
  readonly url: string;
  readonly params: Record<string, string | number | readonly string[]>;
}

/** A list that is read page by page: its first page follows the question, further ones are added on demand. */
export interface Paged<P extends Page> {
  readonly first: Feed<P>;
  readonly items: Signal<readonly P['items'][number][]>;
  /** The newest page. */
  readonly last: Signal<P | undefined>;
  readonly total: Signal<number>;
  readonly hasMore: Signal<boolean>;
  readonly loadingMore: Signal<boolean>;
  /** Why the newest further page did not come. */
  readonly moreProblem: Signal<Problem | undefined>;
  loadMore(): void;
}

export function toPaged<P extends Page>(first: Feed<P>, http: HttpClient, request: () => Request): Paged<P> {
  const pages = linkedSignal<P[]>(() => [first.value()].filter((page) => page !== undefined));
  const loadingMore = signal(false);
  const moreProblem = linkedSignal<P | undefined, Problem | undefined>({
    source: first.value,
    computation: () => undefined,
  });
  const last = computed(() => pages().at(-1));
  const cursor = computed(() => last()?.nextCursor ?? null);

  const loadMore = () => {
    const at = cursor();
    if (at === null || loadingMore()) return;
    const { url, params } = untracked(request);
    const asked = pages();
    loadingMore.set(true);
    moreProblem.set(undefined);
    http.get<P>(url, { params: { ...params, cursor: at } }).subscribe({
      next: (page) => {
        loadingMore.set(false);
        // Another question may have been asked meanwhile: a page of the old one does not belong to its answer.
        if (pages() === asked) pages.set([...asked, page]);
      },
      error: (error: unknown) => {
        loadingMore.set(false);
        moreProblem.set(toProblem(error));
      },
    });
  };

  return {
    first,
    items: computed(() => pages().flatMap((page) => page.items)),
    last,
    total: computed(() => last()?.total ?? 0),
    hasMore: computed(() => cursor() !== null),
    loadingMore: loadingMore.asReadonly(),
    moreProblem: moreProblem.asReadonly(),
    loadMore,
  };
}

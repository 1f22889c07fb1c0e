import { computed, DOCUMENT, effect, inject, Service } from '@angular/core';
import { mediaMatches } from '../util-browser/media';
import { remembered } from '../util-browser/remembered';

export const THEMES = ['light', 'dark', 'system'] as const;

/** What the reader chose; `system` follows the device. */
export type Theme = (typeof THEMES)[number];
export type Scheme = 'light' | 'dark';

const isTheme = (value: unknown): value is Theme => THEMES.some((theme) => theme === value);

/** The chosen theme and the colour scheme that follows from it. `public/theme.js` reads the same key before the first paint. */
@Service()
export class ThemeChoice {
  private readonly root = inject(DOCUMENT).documentElement;
  private readonly systemDark = mediaMatches('(prefers-color-scheme: dark)');
  private readonly choice = remembered<Theme>('scitex.theme', 'system', isTheme);

  readonly theme = this.choice.value;
  readonly scheme = computed<Scheme>(() => {
    const theme = this.theme();
    if (theme !== 'system') return theme;
    return this.systemDark() ? 'dark' : 'light';
  });

  constructor() {
    effect(() => {
      const theme = this.theme();
      if (theme === 'system') delete this.root.dataset['theme'];
      else this.root.dataset['theme'] = theme;
    });
  }

  choose(theme: Theme): void {
    this.choice.set(theme);
  }
}

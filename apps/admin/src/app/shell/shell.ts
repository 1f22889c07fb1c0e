import { Component, computed, DOCUMENT, type ElementRef, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterOutlet } from '@angular/router';
import { distinctUntilChanged, filter, map, skip } from 'rxjs';
import { Session } from '../shared/data-session/session';
import { Icon } from '../shared/ui/icon/icon';
import { ThemeSwitch } from '../shared/ui/theme-switch/theme-switch';
import { ThemeChoice } from '../shared/util-theme/theme';
import { AccountMenu } from './account-menu';
import { Brand } from './brand';
import { Navigation } from './navigation';

/** The frame around every page of a signed-in reader. */
@Component({
  selector: 'sm-shell',
  imports: [AccountMenu, Brand, Icon, Navigation, RouterOutlet, ThemeSwitch],
  templateUrl: './shell.html',
  styleUrl: './shell.css',
  host: { '(document:keydown.escape)': 'closeMenu()' },
})
export class Shell {
  private readonly session = inject(Session);
  private readonly router = inject(Router);
  private readonly document = inject(DOCUMENT);
  private readonly rail = viewChild.required<ElementRef<HTMLElement>>('rail');
  private readonly main = viewChild.required<ElementRef<HTMLElement>>('main');
  private readonly toggle = viewChild.required<ElementRef<HTMLElement>>('toggle');

  protected readonly theme = inject(ThemeChoice);
  protected readonly account = computed(() => this.session.account());
  protected readonly menuOpen = signal(false);

  constructor() {
    const path = (url: string) => url.split(/[?#]/, 1)[0];
    this.router.events
      .pipe(
        filter((event) => event instanceof NavigationEnd),
        map((event) => path(event.urlAfterRedirects)),
        distinctUntilChanged(),
        skip(this.router.navigated ? 0 : 1),
        takeUntilDestroyed(),
      )
      .subscribe(() => this.showPage());
  }

  protected focusContent(): void {
    this.main().nativeElement.focus();
  }

  protected closeMenu(): void {
    if (!this.menuOpen()) return;
    this.menuOpen.set(false);
    this.toggle().nativeElement.focus();
  }

  /** A menu that the focus has left would cover what it went to. */
  protected leaveMenu({ relatedTarget }: FocusEvent): void {
    if (relatedTarget instanceof Node && !this.rail().nativeElement.contains(relatedTarget))
      this.menuOpen.set(false);
  }

  protected async signOut(): Promise<void> {
    await this.session.signOut();
    await this.router.navigate(['/login']);
  }

  /** A new page begins at its main content, for the keyboard and the screen reader too. */
  private showPage(): void {
    this.menuOpen.set(false);
    if (this.document.activeElement !== this.document.body)
      this.main().nativeElement.focus({ preventScroll: true });
  }
}

import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../shared/ui/icon/icon';

/** The pages there are. */
@Component({
  selector: 'sm-navigation',
  imports: [Icon, RouterLink, RouterLinkActive],
  template: `
    <nav aria-label="Pages">
      <ul>
        @for (page of pages; track page.path) {
          <li>
            <a
              [routerLink]="page.path"
              routerLinkActive="active"
              ariaCurrentWhenActive="page"
              [routerLinkActiveOptions]="page.path === '/' ? whole : part"
            >
              <sm-icon [name]="page.icon" />{{ page.name }}
            </a>
          </li>
        }
      </ul>
    </nav>
  `,
  styleUrl: './navigation.css',
})
export class Navigation {
  protected readonly pages = [
    { path: '/', name: 'Dashboard', icon: 'dashboard' },
    { path: '/errors', name: 'Errors', icon: 'bug' },
    { path: '/admin/system-metrics', name: 'System metrics', icon: 'rows' },
    { path: '/admin/error-logs', name: 'Error logs', icon: 'rows' },
    { path: '/admin/api-usage-metrics', name: 'API usage metrics', icon: 'rows' },
    { path: '/admin/user-activities', name: 'User activities', icon: 'rows' },
  ] as const;

  protected readonly whole = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
  protected readonly part = { ...this.whole, paths: 'subset' } as const;
}

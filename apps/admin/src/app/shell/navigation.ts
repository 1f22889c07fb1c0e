import { Component } from '@angular/core';
import { RouterLink, RouterLinkActive } from '@angular/router';
import { Icon } from '../shared/ui/icon/icon';
import { injectCarriedParams } from '../shared/util-scope/scope';
import { PAGE_GROUPS } from './pages';

/** The pages there are, in groups where there are several. Range and filters go along from page to page. */
@Component({
  selector: 'sm-navigation',
  imports: [Icon, RouterLink, RouterLinkActive],
  templateUrl: './navigation.html',
  styleUrl: './navigation.css',
})
export class Navigation {
  protected readonly groups = PAGE_GROUPS;
  protected readonly carried = injectCarriedParams();

  protected readonly whole = {
    paths: 'exact',
    queryParams: 'ignored',
    matrixParams: 'ignored',
    fragment: 'ignored',
  } as const;
  protected readonly part = { ...this.whole, paths: 'subset' } as const;
}

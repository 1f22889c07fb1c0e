import { TitleCasePipe } from '@angular/common';
import { Component, type ElementRef, input, output, viewChild } from '@angular/core';
import { FILTERS, type Filters, type Suggestions } from '../../util-scope/filters';
import { Icon } from '../icon/icon';

/** A button that opens the filters of a page, each to be typed or chosen from what the page knows. */
@Component({
  selector: 'sm-filter-menu',
  imports: [Icon, TitleCasePipe],
  templateUrl: './filter-menu.html',
  styleUrl: './filter-menu.css',
})
export class FilterMenu {
  readonly filters = input.required<Filters>();
  readonly suggestions = input<Suggestions>({});
  /** All filters, with an empty text for those that are to go. */
  readonly changed = output<Filters>();

  protected readonly names = FILTERS;
  private readonly menu = viewChild.required<ElementRef<HTMLElement>>('menu');

  protected apply(event: Event, form: HTMLFormElement): void {
    event.preventDefault();
    const texts = [...new FormData(form)].map(([name, text]) => [name, String(text).trim()]);
    this.menu().nativeElement.hidePopover();
    this.changed.emit(Object.fromEntries(texts));
  }

  /** What was typed and not applied is forgotten with the menu. */
  protected forget(form: HTMLFormElement, { newState }: ToggleEvent): void {
    if (newState === 'closed') form.reset();
  }
}

import { Component, computed, type ElementRef, input, signal, viewChild } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ActivityHour } from '@scitex/monitoring-contracts';
import { activityRows } from '../../shared/util-drill-down/rows-behind';
import { injectCarriedParams } from '../../shared/util-scope/scope';
import { formatHour, type HeatCell, HOURS, toHeatMap } from './to-heat-map';

/** How a key moves the focus, in days and hours. */
const MOVES: Readonly<Record<string, readonly [number, number]>> = {
  ArrowUp: [-1, 0],
  ArrowDown: [1, 0],
  ArrowLeft: [0, -1],
  ArrowRight: [0, 1],
  Home: [0, -23],
  End: [0, 23],
};

/**
 * The hours of a week, the darker the more was done in them. Arrow keys move over them; an hour leads to its activities
 * where it came once in the range.
 */
@Component({
  selector: 'sm-heat-map',
  imports: [RouterLink],
  templateUrl: './heat-map.html',
  styleUrl: './heat-map.css',
})
export class HeatMap {
  readonly hours = input.required<readonly ActivityHour[]>();

  private readonly carried = injectCarriedParams();
  private readonly table = viewChild.required<ElementRef<HTMLElement>>('table');
  /** Where the focus is, or comes to: one cell alone is a stop of the Tab key. */
  protected readonly at = signal<readonly [number, number]>([0, 9]);
  /** The cell that is pointed at, or has the focus. */
  protected readonly shown = signal<HeatCell | undefined>(undefined);

  protected readonly labels = HOURS.map(formatHour);
  protected readonly days = computed(() =>
    toHeatMap(this.hours()).map(({ name, cells }) => ({
      name,
      cells: cells.map((cell) => ({ ...cell, rows: cell.span && activityRows(this.carried(), cell.span) })),
    })),
  );

  protected isStop(day: number, hour: number): boolean {
    const [atDay, atHour] = this.at();
    return day === atDay && hour === atHour;
  }

  protected move(event: KeyboardEvent): void {
    const move = MOVES[event.key];
    if (!move) return;
    event.preventDefault();
    const [day, hour] = this.at();
    const within = (value: number, last: number) => Math.min(Math.max(value, 0), last);
    const [toDay, toHour] = [within(day + move[0], 6), within(hour + move[1], 23)];
    this.table().nativeElement.querySelector<HTMLElement>(`[data-cell="${toDay}-${toHour}"]`)?.focus();
  }

  protected focus(cell: HeatCell, day: number): void {
    this.at.set([day, cell.hour]);
    this.shown.set(cell);
  }
}

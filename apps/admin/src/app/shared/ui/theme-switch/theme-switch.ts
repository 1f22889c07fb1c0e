import { Component, input, output } from '@angular/core';
import { type Theme, THEMES } from '../../util-theme/theme';
import { Icon } from '../icon/icon';

const LABELS = { light: 'Light', dark: 'Dark', system: 'System' } as const;
const ICONS = { light: 'sun', dark: 'moon', system: 'system' } as const;

/** Light, dark, or as the device has it. */
@Component({
  selector: 'sm-theme-switch',
  imports: [Icon],
  template: `
    <fieldset>
      <legend class="visually-hidden">Theme</legend>
      @for (theme of themes; track theme) {
        <label [title]="labels[theme] + ' theme'">
          <input
            type="radio"
            name="theme"
            class="visually-hidden"
            [value]="theme"
            [checked]="theme === value()"
            (change)="chosen.emit(theme)"
          />
          <sm-icon [name]="icons[theme]" />
          <span class="visually-hidden">{{ labels[theme] }}</span>
        </label>
      }
    </fieldset>
  `,
  styleUrl: './theme-switch.css',
})
export class ThemeSwitch {
  readonly value = input.required<Theme>();
  readonly chosen = output<Theme>();
  protected readonly themes = THEMES;
  protected readonly labels = LABELS;
  protected readonly icons = ICONS;
}

import { Component } from '@angular/core';

/** The mark and the name. */
@Component({
  selector: 'sm-brand',
  template: `
    <svg viewBox="0 0 32 32" aria-hidden="true" focusable="false">
      <rect width="32" height="32" rx="9" />
      <path d="M5 17h5l3-8 5 15 4-10 1.6 3H27" />
    </svg>
    <p>SciTeX <span>Monitoring</span></p>
  `,
  styles: `
    :host {
      display: flex;
      align-items: center;
      gap: var(--space-3);
    }
    svg {
      width: 2.125rem;
      height: 2.125rem;
    }
    rect {
      fill: rgb(200 214 229 / 14%);
      stroke: rgb(200 214 229 / 26%);
    }
    path {
      fill: none;
      stroke: var(--ink-6);
      stroke-width: 2.4;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
    p {
      font-weight: 700;
      letter-spacing: -0.01em;
      line-height: 1.15;
    }
    span {
      display: block;
      color: var(--ink-5);
      font-size: var(--text-xs);
      font-weight: 500;
      letter-spacing: 0.04em;
    }
  `,
})
export class Brand {}

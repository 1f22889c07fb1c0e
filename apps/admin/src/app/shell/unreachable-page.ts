import { Component, DOCUMENT, inject } from '@angular/core';

/** Shown in place of the page that was asked for; the address stays, so a reload asks for it again. */
@Component({
  selector: 'sm-unreachable-page',
  template: `
    <main>
      <section class="glass" role="alert" aria-labelledby="title">
        <h1 id="title">The monitoring server does not answer</h1>
        <p>Check your connection and that the server runs. Your session is kept.</p>
        <button type="button" class="button button-primary" (click)="retry()">Try again</button>
      </section>
    </main>
  `,
  styleUrl: './notice-page.css',
})
export class UnreachablePage {
  private readonly location = inject(DOCUMENT).location;

  protected retry(): void {
    this.location.reload();
  }
}

import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'sm-not-found-page',
  imports: [RouterLink],
  template: `
    <section class="glass" aria-labelledby="title">
      <h1 id="title">There is no such page</h1>
      <p>The address may be mistyped, or what it showed may be gone.</p>
      <a class="button button-primary" routerLink="/">Go to the dashboard</a>
    </section>
  `,
  styleUrl: './notice-page.css',
})
export class NotFoundPage {}

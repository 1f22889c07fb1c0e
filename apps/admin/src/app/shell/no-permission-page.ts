import { Component } from '@angular/core';
import { RouterLink } from '@angular/router';

@Component({
  selector: 'sm-no-permission-page',
  imports: [RouterLink],
  template: `
    <section class="glass" aria-labelledby="title">
      <h1 id="title">You may not see this page</h1>
      <p>Your account lacks the role that it asks for. An administrator can grant it.</p>
      <a class="button button-primary" routerLink="/">Go to the dashboard</a>
    </section>
  `,
  styleUrl: './notice-page.css',
})
export class NoPermissionPage {}

import { Injectable } from '@nestjs/common';
import { AttemptWindow } from './attempt-window.js';

/** Slows the guessing of passwords, of one account or of many, from one address; who signs in is never held up. */
@Injectable()
export class LoginAttempts {
  private readonly ofAccount = new AttemptWindow(10);
  private readonly ofAddress = new AttemptWindow(100);

  /** @throws ProblemException 429 */
  begin(address: string, email: string): void {
    this.ofAddress.begin(address);
    this.ofAccount.begin(`${address} ${email.toLowerCase()}`);
  }

  succeed(address: string, email: string): void {
    this.ofAddress.forgive(address);
    this.ofAccount.forgive(`${address} ${email.toLowerCase()}`);
  }
}

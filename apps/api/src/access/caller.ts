import type { Account } from '@scitex/monitoring-contracts';
import type { Request } from 'express';
import type { TokenIdentity } from '../api-tokens/token-access.js';

/** A request that the guard has let pass: with an account, with an API token, or, where a route allows it, neither. */
export interface CallerRequest extends Request {
  user?: Account;
  apiToken?: TokenIdentity;
}

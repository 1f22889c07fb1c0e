import { iso } from '../queries/fragments.js';

/** The columns of a deploy, as the contract names them. */
export const DEPLOY_COLUMNS = `id, ${iso('timestamp')} AS timestamp, app, environment, release, source, note, url`;

/**
 * Which deploys are told, in SQL. A release that was posted is told as it was posted: that it was seen is the same
 * deploy where it was posted before, or up to a day after, as CI does once all instances run. Posted later only, it is
 * another one: the release came back.
 */
export const SHOWN = `(source = 'posted' OR NOT EXISTS (
  SELECT FROM monitoring.deploy AS posted
  WHERE posted.source = 'posted' AND posted.app = deploy.app AND posted.environment = deploy.environment
    AND posted.release = deploy.release AND posted.timestamp <= deploy.timestamp + interval '1 day'))`;

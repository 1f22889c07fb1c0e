import { settings } from '../settings.js';

export const CONNECTION = { url: settings.redisUrl };

/** All hosts share one Redis, and none may take the jobs of another. */
export const PREFIX = `${settings.environment}-${settings.isMonitored ? 'monitored' : 'bare'}`;

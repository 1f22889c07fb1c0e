/** Loaded by `--import` before the app, as Sentry's guide for ES modules says; settings from the environment. */
import { init } from '@sentry/nestjs';

const { SENTRY_DSN, TRACES_SAMPLE_RATE } = process.env;

init({ dsn: SENTRY_DSN, tracesSampleRate: TRACES_SAMPLE_RATE ? Number(TRACES_SAMPLE_RATE) : undefined });

import { z } from 'zod';
import { trustProxySchema } from './trust-proxy.js';

const environmentSchema = z.object({
  PORT: z
    .string()
    .regex(/^\d{1,5}$/, 'is not a port: give a whole number from 0 to 65535, such as 3000')
    .transform(Number)
    .refine((port) => port <= 65_535, 'is not a port: give a whole number from 0 to 65535, such as 3000')
    .default(3000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: z
    .string(
      'is missing: give the address of a PostgreSQL, such as postgres://user:password@localhost:5432/monitoring',
    )
    .refine(
      (url) => /^postgres(ql)?:\/\//.test(url) && URL.canParse(url),
      'is not the address of a PostgreSQL: write it as postgres://user:password@localhost:5432/monitoring, with special characters percent-encoded',
    ),
  JWT_SECRET: z
    .string('is missing: give a random text of 32 characters or more, as `openssl rand -hex 32` prints')
    .min(32, 'is too short: give a random text of 32 characters or more, as `openssl rand -hex 32` prints'),
  MONITORING_ADMIN_EMAIL: z
    .email('is not an e-mail address: write it as name@example.org')
    .max(254, 'is too long: an e-mail address has at most 254 characters')
    .optional(),
  MONITORING_ADMIN_PASSWORD: z
    .string()
    .min(8, 'is too short: give a password of 8 characters or more')
    .max(1024, 'is too long: give a password of at most 1024 characters')
    .optional(),
  PUBLIC_URL: z
    .url({
      protocol: /^https?$/,
      error: 'is not an address: write it as https://monitoring.example.org',
    })
    .optional(),
  TRUST_PROXY: trustProxySchema.default(false),
  RETENTION_DAYS: z
    .string()
    .regex(/^[1-9]\d{0,3}$/, 'is not a number of days: give a whole number from 1 to 9999, such as 30')
    .transform(Number)
    .default(30),
});

/** What the server runs with. */
export interface Settings {
  readonly port: number;
  readonly host: string;
  readonly databaseUrl: string;
  readonly jwtSecret: string;
  /** Becomes the first account where there is none. */
  readonly firstAdmin: { readonly email: string; readonly password: string } | null;
  /** Where staff reach the server from outside; null: at its own address. */
  readonly publicUrl: URL | null;
  /** Whose X-Forwarded-* headers count: nobody's, those of so many proxies, or those of these addresses. */
  readonly trustProxy: false | number | readonly string[];
  readonly retentionDays: number;
}

/** A setting that is missing or wrong; the message names it and says the mend. */
export class SettingsError extends Error {}

/**
 * Reads the settings from environment variables; an empty variable counts as unset.
 * @throws SettingsError
 * @example readSettings({ DATABASE_URL: 'postgres://localhost/monitoring', JWT_SECRET: 'f3…' }).port // 3000
 */
export function readSettings(environment: NodeJS.ProcessEnv): Settings {
  const set = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()));
  const parsed = environmentSchema.safeParse(set);
  if (!parsed.success) {
    throw new SettingsError(
      `${parsed.error.issues.map(({ path, message }) => `${path.join('.')} ${message}`).join('; ')}.`,
    );
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    databaseUrl: values.DATABASE_URL,
    jwtSecret: values.JWT_SECRET,
    firstAdmin: firstAdmin(values.MONITORING_ADMIN_EMAIL, values.MONITORING_ADMIN_PASSWORD),
    publicUrl: values.PUBLIC_URL ? new URL(values.PUBLIC_URL) : null,
    trustProxy: values.TRUST_PROXY,
    retentionDays: values.RETENTION_DAYS,
  };
}

function firstAdmin(email: string | undefined, password: string | undefined): Settings['firstAdmin'] {
  if (email && password) return { email: email.toLowerCase(), password };
  if (!email && !password) return null;
  const [given, missing] = email ? ['EMAIL', 'PASSWORD'] : ['PASSWORD', 'EMAIL'];
  throw new SettingsError(
    `MONITORING_ADMIN_${missing} is missing: give it as well as MONITORING_ADMIN_${given}, or neither.`,
  );
}

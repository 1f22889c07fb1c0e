import { z } from 'zod';
import { ROLES } from './roles.js';

export const loginSchema = z.strictObject({
  email: z
    .email('Enter an e-mail address, such as name@example.org.')
    .max(254, 'Use at most 254 characters.'),
  password: z
    .string('Enter your password.')
    .min(1, 'Enter your password.')
    .max(1024, 'Use at most 1024 characters.'),
});

export const accountSchema = z.object({
  id: z.uuid(),
  email: z.string(),
  name: z.string(),
  role: z.enum(ROLES),
});

/** `expiresIn`: seconds until `accessToken` is refused. */
export const sessionSchema = z.object({
  accessToken: z.string(),
  expiresIn: z.int().positive(),
  user: accountSchema,
});

export type Login = z.infer<typeof loginSchema>;
export type Account = z.infer<typeof accountSchema>;
export type Session = z.infer<typeof sessionSchema>;

/** Severities of errors, least first. */
export const SEVERITIES = ['low', 'medium', 'high', 'critical'] as const;

export const ERROR_STATUSES = ['unresolved', 'resolved', 'ignored'] as const;

export type Severity = (typeof SEVERITIES)[number];
export type ErrorStatus = (typeof ERROR_STATUSES)[number];

/** Apdex target in milliseconds: satisfied up to it, tolerating up to four times it (apdex.org). */
export const APDEX_TARGET_MS = 500;

/** New releases that are recorded for an app in an environment within a day of each other, at most. */
export const MAX_SEEN_A_DAY = 100;

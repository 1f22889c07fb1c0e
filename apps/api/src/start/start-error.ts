/** Why the server cannot start: one plain sentence with the mend. */
export class StartError extends Error {}

/** What a command says in the end, and how it ends: 0 all is well, 1 what it looked at does not hold, 2 it could not be done. */
export interface Outcome {
  readonly code: 0 | 1 | 2;
  readonly say: string;
  /** What was read, for whoever goes on with it: to standard output, however the command ends. */
  readonly read?: string;
}

/** It could not be done, and this is why. */
export function refused(say: string): Outcome {
  return { code: 2, say };
}

/** It was done. */
export function done(say: string): Outcome {
  return { code: 0, say };
}

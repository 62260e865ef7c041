/** After this many wrong passphrases in a row each further one waits, twice as long each time. */
const FREE_ATTEMPTS = 3;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 300;

/** So many wrong passphrases in a row, and nobody listens to that member for an hour. */
export const LOCK_OUT_AFTER = 10;
export const LOCK_OUT_MINUTES = 60;

/** How long nobody listens after so many wrong passphrases in a row, in milliseconds. */
export function waitAfter(wrongInARow: number): number {
  if (wrongInARow >= LOCK_OUT_AFTER) return LOCK_OUT_MINUTES * 60_000;
  const over = wrongInARow - FREE_ATTEMPTS;
  if (over < 0) return 0;
  return Math.min(FIRST_WAIT_SECONDS * 2 ** over, LONGEST_WAIT_SECONDS) * 1000;
}

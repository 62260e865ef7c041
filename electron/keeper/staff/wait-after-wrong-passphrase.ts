/** After this many wrong passphrases in a row each further one waits, twice as long each time. */
const FREE_ATTEMPTS = 3;
const FIRST_WAIT_SECONDS = 5;
const LONGEST_WAIT_SECONDS = 300;
const LONGEST_WAIT_AT_APPLICANT_SCREEN_SECONDS = 60;
const LONGEST_WAIT_FOR_HOLD_SECONDS = 30;

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

/**
 * The same where an applicant has the screen: for whatever names are tried, all counted together, and never a lock-out, for
 * whoever types there may only want to keep staff out. So staff wait for a minute at most. Whoever guesses gets at most
 * 1,446 attempts in a day (one a minute, and six before the waits are as long), and six more whenever staff have taken the
 * screen back in between. A passphrase that the kiosk accepts takes 100 million guesses at least (zxcvbn, strength 3): at this
 * rate 69,000 days.
 */
export function waitAtApplicantScreen(wrongInARow: number): number {
  return waitWithoutLockOut(wrongInARow, LONGEST_WAIT_AT_APPLICANT_SCREEN_SECONDS);
}

/**
 * The same where a legal hold is set by a passphrase: a hold has to take effect at once, also where somebody types wrong ones to
 * keep supervisors from it. Whoever guesses gets 2,885 attempts in a day at most: 34,000 days for those 100 million.
 */
export function waitForHold(wrongInARow: number): number {
  return waitWithoutLockOut(wrongInARow, LONGEST_WAIT_FOR_HOLD_SECONDS);
}

function waitWithoutLockOut(wrongInARow: number, longestSeconds: number): number {
  const beforeLockOut = waitAfter(Math.min(wrongInARow, LOCK_OUT_AFTER - 1));
  return Math.min(beforeLockOut, longestSeconds * 1000);
}

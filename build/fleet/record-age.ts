const DAY = 24 * 60 * 60_000;

/** How many days before a moment (epoch milliseconds) something was written; negative: it was written after it. */
export function daysBefore(moment: number, utc: string): number {
  return (moment - Date.parse(utc)) / DAY;
}

/** A record of tomorrow is one of a clock that is wrong. `age`: in days. */
export function isAhead(age: number): boolean {
  return age < -1;
}

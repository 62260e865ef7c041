/** Which of these were not ready before. One that was, and no longer is, may become so again. */
export function newlyReady(before: readonly number[], now: readonly number[]): readonly number[] {
  return now.filter((ticket) => !before.includes(ticket));
}

/** Of some words the one that a misspelt one comes nearest to; of several equally near the first. Capitals count as letters. */
export function nearestWord(misspelt: string, words: readonly string[]): string | null {
  const byDistance = words.toSorted((a, b) => distance(misspelt, a) - distance(misspelt, b));
  return byDistance[0] ?? null;
}

/** How many letters have to be put in, left out or changed (Levenshtein). */
function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...from].entries()) {
    const next = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const change = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((previous[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, change));
    }
    previous = next;
  }
  return previous[to.length] ?? 0;
}

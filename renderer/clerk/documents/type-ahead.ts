/** Letters without case and marks, so that "lice" finds "Licence" and "etat" finds "État". */
function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}

/**
 * Where `typed` begins a word of the label, as start and end in the label; `null` when nowhere.
 * The label's own beginning comes before its other words.
 */
export function wordMatch(
  label: string,
  typed: string,
): { readonly start: number; readonly end: number } | null {
  const wanted = plain(typed);
  if (wanted === '') return null;
  for (const word of label.matchAll(/[\p{L}\p{N}]+/gu)) {
    if (plain(label.slice(word.index)).startsWith(wanted)) {
      return { start: word.index, end: word.index + typed.length };
    }
  }
  return null;
}

/**
 * The label that the typed letters lead to: one that begins with them, else one with a word that does.
 * Of several the next one from `from` on, going round, so that typing on stays where it is. `null`: none.
 */
export function typeAhead(labels: readonly string[], typed: string, from: number): number | null {
  const inTurn = labels.map((_, index) => (from + index) % labels.length);
  const at = (index: number) => wordMatch(labels[index] ?? '', typed);
  const beginning = inTurn.find((index) => at(index)?.start === 0);
  return beginning ?? inTurn.find((index) => at(index) !== null) ?? null;
}

/** A card is named by its last four characters, or by all ten (scanned). */
const COMPLETE_AT: readonly number[] = [4, 10];

/** Whether the typed characters can name a card; spaces and hyphens, as the card shows them, do not count. */
export function mayNameCard(typed: string): boolean {
  return COMPLETE_AT.includes([...typed.replace(/[\s\-‐–]/g, '')].length);
}

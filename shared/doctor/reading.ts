/** What became of reading a file of the system: its text, or why there is none. */
export type Reading =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'missing' }
  /** `code`: errno's name. */
  | { readonly kind: 'unreadable'; readonly code: string };

/** The text of a file without blanks around it, as most files below /proc and /sys have one value; null: there is none. */
export function valueIn(reading: Reading): string | null {
  return reading.kind === 'read' ? reading.text.trim() : null;
}

/** Why a file told nothing, as the end of a sentence. */
export function whyUnread(path: string, reading: Exclude<Reading, { readonly kind: 'read' }>): string {
  return reading.kind === 'missing' ? `${path} is not there.` : `${path} can’t be read (${reading.code}).`;
}

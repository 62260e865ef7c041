/** A text with its cursor, or with what is selected in it: UTF-16 units, as fields count. */
export interface Edited {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** What is put in the place of what is between `from` and `to`. */
export interface Edit {
  readonly from: number;
  readonly to: number;
  readonly typed: string;
}

/**
 * Typing a character, as a keyboard does it: in the place of what is selected, and not at all where it would be longer than
 * the field takes (null).
 */
export function typing(typed: string, { text, start, end }: Edited, maxLength: number | null): Edit | null {
  const length = text.length - (end - start) + typed.length;
  return maxLength !== null && length > maxLength ? null : { from: start, to: end, typed };
}

/**
 * Deleting backwards: what is selected, or the whole written character before the cursor, which may be a letter with its
 * marks. Null: there is none.
 */
export function deletingBackwards({ text, start, end }: Edited): Edit | null {
  if (start !== end) return { from: start, to: end, typed: '' };
  const before = new Intl.Segmenter('en', { granularity: 'grapheme' }).segment(text.slice(0, start));
  const last = [...before].at(-1);
  return last === undefined ? null : { from: last.index, to: start, typed: '' };
}

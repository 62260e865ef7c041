import { type EncodedForm, encodingsOf, encodingsOfBytes } from './encodings.ts';

/** One byte sequence to look for, and what to call it in a report. */
export interface SearchPattern extends EncodedForm {
  /** What the value is ("given name", "photo fingerprint 3"), never the value: reports are shown and signed. */
  readonly label: string;
}

/** The patterns of a typed value. Empty if it is too short to be searched by itself (see `searchable`). */
export function patternsOfValue(label: string, value: string): readonly SearchPattern[] {
  return encodingsOf(value).map((form) => ({ ...form, label }));
}

/** The patterns of binary data such as a key or a fingerprint of a produced file. */
export function patternsOfBytes(label: string, bytes: Uint8Array): readonly SearchPattern[] {
  return encodingsOfBytes(bytes).map((form) => ({ ...form, label }));
}

/** Zero-fills the patterns, once nobody searches for them any more: a search made of them then finds nothing. */
export function forgetPatterns(patterns: readonly SearchPattern[]): void {
  for (const pattern of patterns) pattern.bytes.fill(0);
}

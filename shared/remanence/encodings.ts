import { type Alignment, BASE64, BASE64_URL, base64Core } from './base64.ts';

/**
 * Shortest byte sequence that is searched by itself, in bytes.
 *
 * Shorter ones stand by chance in the runtime's own files and in random bytes, and a false alarm locks
 * intake. They are searched only inside longer values (a surname inside the full name).
 */
export const MINIMUM_PATTERN_BYTES = 6;

type TextEncoding = 'utf-8' | 'utf-16le' | 'latin-1';
type Variant = 'upper' | 'nfc' | 'nfd';

/** How a value was written where it was found. `+1` is the alignment within a base64 group. */
export type Encoding =
  | TextEncoding
  | `${Variant} ${TextEncoding}`
  | 'raw'
  | `base64 +${Alignment}`
  | `base64url +${Alignment}`
  | 'hex'
  | 'hex upper';

export interface EncodedForm {
  readonly encoding: Encoding;
  readonly bytes: Uint8Array;
}

const ALIGNMENTS: readonly Alignment[] = [0, 1, 2];

/** Whether a value is long enough, in UTF-8 bytes, to be searched by itself. */
export function searchable(value: string): boolean {
  return new TextEncoder().encode(value).length >= MINIMUM_PATTERN_BYTES;
}

/**
 * Every form in which a typed value may have been left behind: as typed, upper-cased and normalised, in
 * UTF-8, UTF-16LE and Latin-1, then base64 and hexadecimal of its UTF-8 bytes. Equal forms are listed once.
 *
 * Empty for a value that is not `searchable`; a single form below `MINIMUM_PATTERN_BYTES` (the UTF-16LE of
 * a name of two Chinese characters) is left out for the same reason. The forms are clear text: the caller
 * zero-fills them when the search is over.
 */
export function encodingsOf(value: string): readonly EncodedForm[] {
  if (!searchable(value)) return [];
  return distinct([
    ...textForms(value, (encoding) => encoding),
    ...textForms(value.toUpperCase(), (encoding) => `upper ${encoding}`),
    ...textForms(value.normalize('NFC'), (encoding) => `nfc ${encoding}`),
    ...textForms(value.normalize('NFD'), (encoding) => `nfd ${encoding}`),
    ...transportForms(new TextEncoder().encode(value)),
  ]);
}

/**
 * Every form of binary data such as a key or a 32-byte fingerprint of a produced file: as it is, base64,
 * hexadecimal. Empty below `MINIMUM_PATTERN_BYTES`. The raw form is a copy.
 */
export function encodingsOfBytes(bytes: Uint8Array): readonly EncodedForm[] {
  if (bytes.length < MINIMUM_PATTERN_BYTES) return [];
  return distinct([{ encoding: 'raw', bytes: Uint8Array.from(bytes) }, ...transportForms(bytes)]);
}

function textForms(text: string, name: (encoding: TextEncoding) => Encoding): EncodedForm[] {
  const forms: EncodedForm[] = [
    { encoding: name('utf-8'), bytes: new TextEncoder().encode(text) },
    { encoding: name('utf-16le'), bytes: utf16le(text) },
  ];
  const latin1 = latin1Of(text);
  if (latin1) forms.push({ encoding: name('latin-1'), bytes: latin1 });
  return forms;
}

function transportForms(bytes: Uint8Array): EncodedForm[] {
  return [
    ...ALIGNMENTS.map((alignment): EncodedForm => {
      return { encoding: `base64 +${alignment}`, bytes: base64Core(bytes, alignment, BASE64) };
    }),
    ...ALIGNMENTS.map((alignment): EncodedForm => {
      return { encoding: `base64url +${alignment}`, bytes: base64Core(bytes, alignment, BASE64_URL) };
    }),
    { encoding: 'hex', bytes: hexadecimal(bytes, '0123456789abcdef') },
    { encoding: 'hex upper', bytes: hexadecimal(bytes, '0123456789ABCDEF') },
  ];
}

function utf16le(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length * 2);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    bytes[index * 2] = unit & 0xff;
    bytes[index * 2 + 1] = unit >> 8;
  }
  return bytes;
}

/**
 * V8 keeps a string without characters above U+00FF as one byte each. "José" in a heap is therefore neither
 * UTF-8 nor UTF-16LE, and a memory scan without this form would miss it.
 */
function latin1Of(text: string): Uint8Array | undefined {
  const bytes = new Uint8Array(text.length);
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit > 0xff) return undefined;
    bytes[index] = unit;
  }
  return bytes;
}

function hexadecimal(bytes: Uint8Array, digits: string): Uint8Array {
  const characters = new Uint8Array(bytes.length * 2);
  bytes.forEach((byte, index) => {
    characters[index * 2] = digits.charCodeAt(byte >> 4);
    characters[index * 2 + 1] = digits.charCodeAt(byte & 15);
  });
  return characters;
}

/** Compares byte by byte: keys made of strings would leave further copies of the person in the heap. */
function distinct(forms: readonly EncodedForm[]): readonly EncodedForm[] {
  const kept: EncodedForm[] = [];
  for (const form of forms) {
    if (form.bytes.length < MINIMUM_PATTERN_BYTES) continue;
    if (!kept.some((other) => sameBytes(other.bytes, form.bytes))) kept.push(form);
  }
  return kept;
}

function sameBytes(left: Uint8Array, right: Uint8Array): boolean {
  return left.length === right.length && left.every((byte, index) => byte === right[index]);
}

import type { CalendarDate } from '../calendar.ts';
import { writeField } from './encode-field.ts';
import type { Field } from './field-types.ts';

/** Two of six bytes: the moments that share them lie within 50 days. */
const SHARED_BYTES = 2;

function part(field: Field, value: unknown): Uint8Array {
  const bytes: number[] = [];
  writeField(bytes, field, value);
  return Uint8Array.of(bytes.length, ...bytes);
}

/**
 * Bytes of which every entry of a day holds one at least, and few others do: an entry about an applicant holds its day, any
 * other one a moment (from `start`, at most 25 hours on). To look for entries without decoding each.
 */
export function bytesOfDay(day: CalendarDate, start: number): readonly [Uint8Array, Uint8Array, Uint8Array] {
  const moment = (utc: number): Uint8Array => part({ type: 'utc' }, utc).subarray(0, 1 + SHARED_BYTES);
  return [part({ type: 'day' }, day), moment(start), moment(start + 25 * 60 * 60_000)];
}

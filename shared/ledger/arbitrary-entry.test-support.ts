import fc from 'fast-check';
import { unreachable } from '../result.ts';
import {
  type EntryKindName,
  entryKinds,
  fieldsOf,
  isEntryKindName,
  isLedgerEntry,
  type LedgerEntry,
} from './entries.ts';
import { type Field, hashDigits, identifierDigits, keyDigits } from './field-types.ts';
import { roundFigure } from './rounding.ts';

const anyDay = fc
  .date({ min: new Date('0001-01-01T00:00:00Z'), max: new Date('9999-12-31T00:00:00Z'), noInvalidDate: true })
  .map((date) => ({ year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() }));

function hex(digits: number): fc.Arbitrary<string> {
  return fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: digits, maxLength: digits });
}

function anyValue(field: Field): fc.Arbitrary<unknown> {
  switch (field.type) {
    case 'day':
      return anyDay;
    case 'count':
      return fc.integer({ min: field.minimum, max: field.maximum });
    case 'rounded':
      return fc.oneof(fc.nat(), fc.nat(200), fc.constant(9e15)).map(roundFigure);
    case 'enumeration':
      return fc.constantFrom(...field.words);
    case 'utc':
      return fc.integer({ min: 0, max: 8_640_000_000_000_000 });
    case 'identifier':
      return hex(identifierDigits);
    case 'hash':
      return hex(hashDigits);
    case 'key':
      return hex(keyDigits);
    case 'sequence':
      return fc.integer({ min: 1, max: Number.MAX_SAFE_INTEGER });
    case 'quantity':
      return fc.integer({ min: 0, max: Number.MAX_SAFE_INTEGER });
    default:
      return unreachable(field);
  }
}

function anyOfKind(kind: EntryKindName): fc.Arbitrary<LedgerEntry> {
  const fields = fieldsOf(kind).map(([name, field]) => [name, anyValue(field)] as const);
  return fc
    .record({ ...Object.fromEntries(fields), kind: fc.constant(kind) }, { noNullPrototype: true })
    .map((entry) => {
      if (!isLedgerEntry(entry)) throw new Error('not an entry');
      return entry;
    });
}

/** Any entry that the declaration allows, for property tests. */
export const anyEntry: fc.Arbitrary<LedgerEntry> = fc.oneof(
  ...Object.keys(entryKinds).filter(isEntryKindName).map(anyOfKind),
);

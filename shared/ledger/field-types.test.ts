import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type EntryKindName, entryKinds, fieldsOf, isEntryKindName, isLedgerEntry } from './entries.ts';
import { type Field, holds } from './field-types.ts';
import { sampleEntries } from './sample-entries.ts';

const kinds: readonly EntryKindName[] = Object.keys(entryKinds).filter(isEntryKindName);
const everyField: readonly (readonly [string, Field])[] = kinds.flatMap((kind) =>
  fieldsOf(kind).map(([name, field]) => [`${kind}.${name}`, field] as const),
);

/** Names, addresses, remarks, in any script and any length, also disguised as other values. */
const text = fc.oneof(
  fc.string({ unit: 'grapheme', minLength: 1 }),
  fc.string({ minLength: 32, maxLength: 32 }),
  fc.string({ minLength: 64, maxLength: 64 }),
  fc.constantFrom(
    'Martin',
    'Ángela Nuñez',
    '李小龙',
    'عائشة',
    '12 Main St',
    '1990-01-01',
    'issued ',
    '0',
    '',
  ),
);

/** A letter that no hex digit is. */
const beyondHex = /[g-zG-Z\u0080-\uffff]/;

describe('no field can hold free text', () => {
  it.each(everyField)('%s', (_name, field) => {
    fc.assert(
      fc.property(text, (value) => {
        const isWord = field.type === 'enumeration' && field.words.includes(value);
        const isHex = /^(?:[0-9a-f]{32}|[0-9a-f]{64})$/.test(value);
        if (beyondHex.test(value)) expect(holds(field, value)).toBe(isWord);
        if (holds(field, value)) expect(isWord || isHex).toBe(true);
      }),
    );
  });

  it('nor can an object or a list that holds text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyField), text, fc.string(), ([, field], value, key) => {
        expect(holds(field, [value])).toBe(false);
        expect(holds(field, { [key]: value })).toBe(false);
        expect(holds(field, { year: 2026, month: 2, day: 14, [`x${key}`]: value })).toBe(false);
        expect(holds(field, { year: value, month: 2, day: 14 })).toBe(false);
      }),
    );
  });

  it('nor can an entry, in a field of its own or in one too many', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sampleEntries),
        text,
        fc.string({ minLength: 1 }),
        (entry, value, extra) => {
          expect(isLedgerEntry(entry)).toBe(true);
          if (!Object.hasOwn(entry, extra)) expect(isLedgerEntry({ ...entry, [extra]: value })).toBe(false);
          if (!beyondHex.test(value)) return;
          for (const [name, field] of fieldsOf(entry.kind)) {
            if (field.type !== 'enumeration') expect(isLedgerEntry({ ...entry, [name]: value })).toBe(false);
          }
        },
      ),
    );
  });
});

describe('entries about applicants', () => {
  const aboutApplicants = kinds.filter((kind) => entryKinds[kind].about === 'applicant');

  it('are all but the opening', () => {
    expect(aboutApplicants).toEqual(['issued', 'spoiled', 'wiped', 'locked']);
  });

  it('know the day and nothing finer, no bytes, and no figure finer than two digits', () => {
    for (const [, field] of aboutApplicants.flatMap(fieldsOf)) {
      expect(['day', 'count', 'rounded', 'enumeration']).toContain(field.type);
      if (field.type === 'count') expect(field.maximum).toBeLessThanOrEqual(99);
    }
  });

  it('refuse an exact figure', () => {
    const wiped = sampleEntries.find((entry) => entry.kind === 'wiped');
    expect(isLedgerEntry({ ...wiped, bytes: 1_200_000 })).toBe(true);
    expect(isLedgerEntry({ ...wiped, bytes: 1_234_567 })).toBe(false);
    expect(isLedgerEntry({ ...wiped, bytes: -1 })).toBe(false);
    expect(isLedgerEntry({ ...wiped, bytes: 1.5 })).toBe(false);
    expect(isLedgerEntry({ ...wiped, bytes: 12n })).toBe(false);
  });
});

describe('the words of an enumeration', () => {
  it('are short and fixed: nothing that could be put together at run time', () => {
    for (const [name, field] of everyField) {
      if (field.type !== 'enumeration') continue;
      for (const word of field.words) expect(word, name).toMatch(/^[a-z][a-z-]{0,30}$/);
    }
  });
});

describe('an object that only looks like an entry', () => {
  it.each([[null], [undefined], ['issued'], [[]], [{}], [{ kind: 'toString' }], [{ kind: '__proto__' }]])(
    '%j is none',
    (value) => {
      expect(isLedgerEntry(value)).toBe(false);
    },
  );
});

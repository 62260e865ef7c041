import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decodeEntry, encodeEntry } from './encode-entry.ts';
import { wordBytes } from './encode-field.ts';
import { entryKindNames, entryKinds, fieldsOf, isLedgerEntry } from './entries.ts';
import { type Field, isValidField } from './field-types.ts';
import { sampleEntries as entriesOfAnyPlace, samplesOfTheirPlace } from './sample-entries.test-support.ts';

const sampleEntries = [...entriesOfAnyPlace, ...samplesOfTheirPlace];

const everyField: readonly (readonly [string, Field])[] = entryKindNames.flatMap((kind) =>
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
        if (beyondHex.test(value)) expect(isValidField(field, value)).toBe(isWord);
        if (isValidField(field, value)) expect(isWord || isHex).toBe(true);
      }),
    );
  });

  it('nor can an object or a list that holds text', () => {
    fc.assert(
      fc.property(fc.constantFrom(...everyField), text, fc.string(), ([, field], value, key) => {
        expect(isValidField(field, [value])).toBe(false);
        expect(isValidField(field, { [key]: value })).toBe(false);
        expect(isValidField(field, { year: 2026, month: 2, day: 14, [`x${key}`]: value })).toBe(false);
        expect(isValidField(field, { year: value, month: 2, day: 14 })).toBe(false);
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

describe('text in the bytes of an entry', () => {
  /** The bytes with one part put in the place of another, its length byte right. */
  function withPart(bytes: Uint8Array, which: number, part: Uint8Array): Uint8Array {
    let position = 0;
    for (let index = 0; index < which; index += 1) position += 1 + (bytes[position] ?? 0);
    const after = position + 1 + (bytes[position] ?? 0);
    return Uint8Array.of(...bytes.subarray(0, position), part.length, ...part, ...bytes.subarray(after));
  }

  const everyPart = sampleEntries.flatMap((entry) =>
    fieldsOf(entry.kind).map(
      ([name, field], index) => [`${entry.kind}.${name}`, entry, field, index] as const,
    ),
  );

  it('has a sample of every field', () => {
    expect(everyPart.map(([name]) => name).sort()).toEqual(everyField.map(([name]) => name).sort());
  });

  it.each(everyPart)('%s: neither written nor read', (_name, entry, field, index) => {
    const [name] = fieldsOf(entry.kind)[index] ?? [];
    if (name === undefined) throw new Error('there is such a field');
    // Lengths of all fixed fields and words among them.
    const anyText = fc
      .oneof(fc.string({ maxLength: 40 }), text)
      .filter((value) => !isValidField(field, value));
    fc.assert(
      fc.property(anyText, (value) => {
        const other = { ...entry, [name]: value };
        expect(() => encodeEntry(other)).toThrow('not a ledger entry');
      }),
    );
    // In bytes 16 random letters are an identifier, and three a figure: what has a fixed meaning per byte cannot
    // tell. What is a word from a list can.
    if (field.type !== 'enumeration') return;
    const ascii = fc
      .string({ unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz -'), maxLength: 40 })
      .filter((value) => !field.words.includes(value));
    fc.assert(
      fc.property(ascii, (value) => {
        const bytes = withPart(encodeEntry(entry), index + 1, wordBytes(value));
        expect(decodeEntry(bytes).ok).toBe(false);
      }),
    );
    const [word = ''] = field.words;
    expect(decodeEntry(withPart(encodeEntry(entry), index + 1, wordBytes(word))).ok).toBe(true);
  });

  it.each(everyPart.filter(([, , field]) => field.type !== 'enumeration'))(
    '%s: bytes of a length or value of their own are not read',
    (_name, entry, field, index) => {
      const fits: Readonly<Record<string, (length: number) => boolean>> = {
        identifier: (length) => length === 16,
        hash: (length) => length === 32,
      };
      // No figure has more than seven bytes.
      const mayFit = fits[field.type] ?? ((length: number) => length >= 1 && length <= 7);
      fc.assert(
        fc.property(fc.uint8Array({ maxLength: 60 }), (part) => {
          const read = decodeEntry(withPart(encodeEntry(entry), index + 1, part));
          if (!mayFit(part.length)) expect(read.ok).toBe(false);
          if (read.ok) expect(isLedgerEntry(read.value)).toBe(true);
        }),
      );
    },
  );
});

describe('entries about applicants', () => {
  const aboutApplicants = entryKindNames.filter((kind) => entryKinds[kind].about === 'applicant');

  it('are these', () => {
    expect(aboutApplicants).toEqual([
      'issued',
      'spoiled',
      'wiped',
      'locked',
      'unlocked',
      'forgotten',
      'issued-again',
      'fee',
      'denied',
      'handoff',
      'erased',
      'unsearched',
    ]);
  });

  it('know the day and nothing finer, no bytes, and no figure finer than two digits', () => {
    for (const [, field] of aboutApplicants.flatMap(fieldsOf)) {
      expect(['day', 'count', 'rounded', 'enumeration']).toContain(field.type);
      if (field.type === 'count') expect(field.maximum).toBeLessThanOrEqual(99);
    }
  });

  it('say the day and one word at most, where a new one is written for each of them', () => {
    for (const kind of ['handoff', 'erased', 'unsearched', 'denied', 'fee', 'spoiled'] as const) {
      const [day, ...rest] = fieldsOf(kind).map(([, { type }]) => type);
      expect(day).toBe('day');
      expect(rest.length).toBeLessThanOrEqual(1);
      for (const type of rest) expect(type).toBe('enumeration');
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

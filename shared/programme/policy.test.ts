import { describe, expect, it } from 'vitest';
import type { CardProgramme } from '../card/card-data.ts';
import { isComplete, undecidedPaths } from './complete.ts';
import { harborCity } from './harbor-city.test-support.ts';
import { asFile, expectRefused, parsePolicy } from './policy.test-support.ts';
import type { Policy } from './policy.ts';

describe('Harbor City', () => {
  it('is a policy, survives a file, and is complete', () => {
    expect(parsePolicy(asFile(harborCity))).toEqual({ ok: true, value: harborCity });
    expect(undecidedPaths(harborCity)).toEqual([]);
    expect(isComplete(harborCity)).toBe(true);
  });

  it('has a card section that the drawing code takes', () => {
    const card: CardProgramme = harborCity.card;
    expect(card).toMatchObject({
      issuer: 'Harbor City',
      title: 'Municipal ID',
      accent: '#0B5C63',
      design: 'harbor',
      barcode: { field: 'libraryNumber', symbology: 'code128' },
      bleedMm: 0,
    });
  });

  it('makes no sound, as every policy that says nothing of it; another may', () => {
    expect(Object.keys(harborCity)).not.toContain('sounds');
    const audible = { ...harborCity, sounds: { cardReady: true } };
    expect(parsePolicy(asFile(audible))).toEqual({ ok: true, value: audible });
    expect(undecidedPaths(audible)).toEqual([]);
  });

  it('has no field for an address, a document number or a status', () => {
    const keys = new Set<string>();
    JSON.stringify(harborCity, (key, value) => {
      keys.add(key.toLowerCase());
      return value;
    });
    for (const word of [
      'address',
      'number',
      'status',
      'immigration',
      'criminal',
      'image',
      'scan',
      'template',
    ]) {
      expect([...keys].filter((key) => key.includes(word))).toEqual([]);
    }
  });
});

const passport = harborCity.documents[0];

const cases: readonly (readonly [string, unknown, string, string])[] = [
  ['not an object', 'harbor', '', 'invalid_type'],
  ['another format', { ...harborCity, format: 2 }, 'format', 'invalid_value'],
  ['an unknown field', { ...harborCity, address: 'required' }, 'address', 'unrecognized_keys'],
  ['a forgotten value', { ...harborCity, feeCents: undefined }, 'feeCents', 'invalid_type'],
  [
    'a colour that is none',
    { ...harborCity, card: { ...harborCity.card, accent: 'teal' } },
    'card.accent',
    'invalid_format',
  ],
  [
    'a design that nobody has drawn',
    { ...harborCity, card: { ...harborCity.card, design: 'lagoon' } },
    'card.design',
    'invalid_value',
  ],
  [
    'a barcode of the name',
    { ...harborCity, card: { ...harborCity.card, barcode: { field: 'name', symbology: 'code128' } } },
    'card.barcode',
    'invalid_union',
  ],
  [
    'a barcode that nobody says a word about',
    { ...harborCity, card: { ...harborCity.card, barcode: null } },
    'card.barcode',
    'invalid_union',
  ],
  [
    'more bleed than is drawn',
    { ...harborCity, card: { ...harborCity.card, bleedMm: 3.1 } },
    'card.bleedMm',
    'too_big',
  ],
  [
    'no time limit',
    { ...harborCity, retention: { hours: 0, endOfDay: true } },
    'retention.hours',
    'too_small',
  ],
  ['an archive', { ...harborCity, retention: { hours: 73, endOfDay: false } }, 'retention.hours', 'too_big'],
  [
    'half an hour',
    { ...harborCity, retention: { hours: 0.5, endOfDay: true } },
    'retention.hours',
    'invalid_type',
  ],
  ['no word on retention', { ...harborCity, retention: undefined }, 'retention', 'invalid_type'],
  [
    'a retention with more than is declared',
    { ...harborCity, retention: { hours: 8, endOfDay: true, days: 1 } },
    'retention.days',
    'unrecognized_keys',
  ],
  ['a hold that asks', { ...harborCity, hold: { wipeBegun: 'ask' } }, 'hold.wipeBegun', 'invalid_value'],
  [
    'a sound that is a word',
    { ...harborCity, sounds: { cardReady: 'bell' } },
    'sounds.cardReady',
    'invalid_type',
  ],
  [
    'a sound that nobody makes',
    { ...harborCity, sounds: { cardReady: true, printed: true } },
    'sounds.printed',
    'unrecognized_keys',
  ],
  ['a hold without a choice', { ...harborCity, hold: {} }, 'hold.wipeBegun', 'invalid_value'],
  ['an id with spaces', { ...harborCity, id: 'Harbor City' }, 'id', 'invalid_format'],
  [
    'a field that the product does not have',
    { ...harborCity, fields: [...harborCity.fields, { ...harborCity.fields[2], field: 'faceTemplate' }] },
    `fields.${harborCity.fields.length}.field`,
    'invalid_value',
  ],
  [
    'a caretaker who shows nothing',
    { ...harborCity, documents: [{ ...passport, caretakerShows: [] }, ...harborCity.documents.slice(1)] },
    'documents.0.caretakerShows',
    'too_small',
  ],
];

describe('parsePolicy', () => {
  it.each(cases)('refuses %s', (_, input, path, code) => expectRefused(input, path, code));
});

describe('an undecided policy', () => {
  const open: Policy = {
    ...harborCity,
    documents: harborCity.documents.map((document) =>
      document.id === 'passport'
        ? { ...document, expiredToleranceYears: null, points: [{ category: 'identity', points: null }] }
        : document,
    ),
    rule: { kind: 'coverage', required: ['photo'], oneDocumentMayProveMany: null },
    minimumAgeYears: null,
    validity: [
      { fromAge: 0, years: 2 },
      { fromAge: 14, years: null },
    ],
    feeCents: null,
    retention: { hours: null, endOfDay: false },
  };

  it('is still a policy, lists what is open, and is not complete', () => {
    expect(parsePolicy(asFile(open)).ok).toBe(true);
    expect(undecidedPaths(open).map((path) => path.join('.'))).toEqual([
      'documents.0.expiredToleranceYears',
      'documents.0.points.0.points',
      'rule.oneDocumentMayProveMany',
      'minimumAgeYears',
      'validity.1.years',
      'feeCents',
      'retention.hours',
    ]);
    expect(isComplete(open)).toBe(false);
  });
});

import { describe, expect, it } from 'vitest';
import type { CardProgramme } from '../card/card-data.ts';
import { isComplete, undecidedPaths } from './complete.ts';
import { harborCity } from './harbor-city.test-support.ts';
import { parsePolicy } from './policy.test-support.ts';
import type { Policy } from './policy.ts';

/** The policy as it would come from a file. */
function asFile(policy: unknown): unknown {
  return JSON.parse(JSON.stringify(policy));
}

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

describe('parsePolicy', () => {
  const passport = harborCity.documents[0];
  /** Harbor City with something else said of a field that it asks for. */
  function withField(change: Partial<Policy['fields'][number]>): object {
    return {
      ...harborCity,
      fields: harborCity.fields.map((each) => (each.field === change.field ? { ...each, ...change } : each)),
    };
  }

  /** Harbor City with one more field. */
  function withFields(more: Policy['fields'][number]): object {
    return { ...harborCity, fields: [...harborCity.fields, more] };
  }

  const withPassport = (change: object): unknown => ({
    ...harborCity,
    documents: [{ ...passport, ...change }, ...harborCity.documents.slice(1)],
  });
  const caretaker = {
    id: 'caretaker-statement',
    name: { en: 'Caretaker’s statement' },
    category: 'other',
    proves: ['caretaker'],
    caretakerShows: ['identity', 'relationship'],
  };
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
    [
      'an archive',
      { ...harborCity, retention: { hours: 73, endOfDay: false } },
      'retention.hours',
      'too_big',
    ],
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
      'the same document twice',
      { ...harborCity, documents: [...harborCity.documents, passport] },
      `documents.${harborCity.documents.length}.id`,
      'duplicate-id',
    ],
    [
      'the same category twice',
      { ...harborCity, categories: [...harborCity.categories, { id: 'birth', name: { en: 'Again' } }] },
      `categories.${harborCity.categories.length}.id`,
      'duplicate-id',
    ],
    [
      'the same field twice',
      { ...harborCity, fields: [...harborCity.fields, ...harborCity.fields.slice(2, 3)] },
      `fields.${harborCity.fields.length}.field`,
      'duplicate-id',
    ],
    [
      'a field that the product does not have',
      { ...harborCity, fields: [...harborCity.fields, { ...harborCity.fields[2], field: 'faceTemplate' }] },
      `fields.${harborCity.fields.length}.field`,
      'invalid_value',
    ],
    [
      'choices of a field that is written freely',
      withField({ field: 'chosenName', choices: [{ en: 'Mina' }] }),
      'fields.3.choices',
      'choices-of-no-list',
    ],
    [
      'a choice that the card has no room for',
      withField({ field: 'gender', choices: [{ en: 'F' }, { en: 'As the applicant states it' }] }),
      'fields.2.choices.1',
      'choice-too-long',
    ],
    [
      'a choice that stands twice',
      withField({ field: 'gender', choices: [{ en: 'F' }, { en: 'X' }, { en: 'F' }] }),
      'fields.2.choices.2',
      'duplicate-id',
    ],
    [
      'a choice without a promised language',
      { ...harborCity, ...withField({ field: 'gender', choices: [{ en: 'F' }] }), languages: ['en', 'es'] },
      'fields.2.choices.0',
      'translation-missing',
    ],
    [
      'a mark that everybody has to want',
      withFields({ field: 'veteran', use: 'required', label: { en: 'Veteran' } }),
      'fields.6.use',
      'mark-is-required',
    ],
    [
      'two fields for one place on the card',
      withFields({ field: 'languages', use: 'optional', label: { en: 'Languages' } }),
      'fields.6.use',
      'no-room-on-card',
    ],
    ['no name', { ...harborCity, fields: harborCity.fields.slice(1) }, 'fields', 'field-is-required'],
    [
      'a birth date that may be left out',
      {
        ...harborCity,
        fields: harborCity.fields.map((asked) =>
          asked.field === 'birthDate' ? { ...asked, use: 'optional' } : asked,
        ),
      },
      'fields.1.use',
      'field-is-required',
    ],
    [
      'a barcode of a field that is off',
      {
        ...harborCity,
        fields: harborCity.fields.map((asked) =>
          asked.field === 'libraryNumber' ? { ...asked, use: 'off' } : asked,
        ),
      },
      'card.barcode.field',
      'barcode-of-no-field',
    ],
    [
      'a stray category',
      {
        ...harborCity,
        documents: [...harborCity.documents, { ...passport, id: 'new', category: 'nowhere' }],
      },
      `documents.${harborCity.documents.length}.category`,
      'unknown-category',
    ],
    [
      'a stray category in the rule',
      {
        ...harborCity,
        rule: { kind: 'one-a-or-two-b', listA: ['identity'], listB: ['nowhere'], alsoRequired: [] },
      },
      'rule.listB.0',
      'unknown-category',
    ],
    [
      'a points rule over documents without points',
      {
        ...harborCity,
        rule: { kind: 'points', minimums: [{ category: 'identity', points: 1 }], alsoRequired: [] },
      },
      'documents.0.points',
      'points-missing',
    ],
    [
      'bands from fourteen',
      { ...harborCity, validity: [{ fromAge: 14, years: 5 }] },
      'validity.0.fromAge',
      'bands-do-not-start-at-zero',
    ],
    [
      'bands in disorder',
      {
        ...harborCity,
        validity: [
          { fromAge: 0, years: 2 },
          { fromAge: 0, years: 5 },
        ],
      },
      'validity.1.fromAge',
      'bands-do-not-ascend',
    ],
    [
      'a rule that all documents together cannot satisfy',
      {
        ...harborCity,
        documents: harborCity.documents.filter(({ proves }) => !proves.includes('residency')),
      },
      'rule',
      'rule-cannot-be-satisfied',
    ],
    [
      'a year alone of what is no date',
      {
        ...harborCity,
        fields: harborCity.fields.map((field) =>
          field.field === 'name' ? { ...field, yearOnlyAllowed: true } : field,
        ),
      },
      'fields.0.yearOnlyAllowed',
      'order-of-no-date',
    ],
    [
      'ages that end before they begin',
      withPassport({ ages: { from: 14, to: 13 } }),
      'documents.0.ages',
      'ages-are-none',
    ],
    [
      'a language that a text lacks',
      { ...harborCity, languages: ['en', 'es'], name: { en: 'Harbor City', es: 'Ciudad' } },
      'fields.0.label',
      'translation-missing',
    ],
    [
      'an age of two rules',
      {
        ...harborCity,
        ageRules: [
          { ages: { from: 0, to: 13 }, rule: harborCity.rule },
          { ages: { from: 13, to: 17 }, rule: harborCity.rule },
        ],
      },
      'ageRules.1.ages',
      'ages-overlap',
    ],
    [
      'a fee for a route that there is not',
      { ...harborCity, routes: [{ route: 'renewal', documents: 'as-first', oldCard: 'taken-in' }] },
      'fees.0.route',
      'route-not-offered',
    ],
    [
      'a document for a route that there is not',
      {
        ...harborCity,
        routes: undefined,
        fees: undefined,
        documents: harborCity.documents.map((each) => ({ ...each, routes: ['first', 'renewal'] })),
      },
      'documents.0.routes.1',
      'route-not-offered',
    ],
    [
      'a route on which a card costs nobody anything to prove',
      {
        ...harborCity,
        routes: [{ route: 'renewal', documents: 'none', oldCard: 'not-asked' }],
        fees: undefined,
      },
      'routes.0.documents',
      'route-asks-nothing',
    ],
    [
      'a fee for ages that are none',
      { ...harborCity, fees: [{ ages: { from: 18, to: 17 }, cents: 500 }] },
      'fees.0.ages',
      'ages-are-none',
    ],
    [
      'a rule of an age that nobody of that age can satisfy',
      {
        ...harborCity,
        ageRules: [
          {
            ages: { from: 0, to: 13 },
            rule: { kind: 'coverage', required: ['caretaker'], oneDocumentMayProveMany: true },
          },
        ],
        documents: [
          ...harborCity.documents.filter(({ caretakerShows }) => caretakerShows === undefined),
          { ...caretaker, ages: { from: 14, to: 17 } },
        ],
      },
      'ageRules.0.rule',
      'rule-cannot-be-satisfied',
    ],
    [
      'a rule of all that those above an age cannot satisfy',
      {
        ...harborCity,
        documents: harborCity.documents.map((document) =>
          document.proves.includes('residency') ? { ...document, ages: { from: 0, to: 64 } } : document,
        ),
      },
      'rule',
      'rule-cannot-be-satisfied',
    ],
    [
      'documents that count only beside each other',
      {
        ...harborCity,
        documents: harborCity.documents.map((document) => ({ ...document, onlyWith: 'photo' })),
      },
      'rule',
      'rule-cannot-be-satisfied',
    ],
    [
      'a caretaker who shows nothing',
      withPassport({ caretakerShows: [] }),
      'documents.0.caretakerShows',
      'too_small',
    ],
  ];

  it.each(cases)('refuses %s', (_, input, path, code) => {
    const result = parsePolicy(input);
    expect(result.ok).toBe(false);
    const issues = result.ok ? [] : result.error;
    const found = issues.find((issue) => issue.path.join('.') === path && issue.code === code);
    // A sentence of ours, never the name of a rule.
    expect(found?.allowed).toMatch(/^(takes|is no key|is missing:|stands|names|asks|lacks) ./);
  });
});

describe('a draft', () => {
  const bySelf: Policy = {
    ...harborCity,
    documents: harborCity.documents.filter(({ id }) => ['passport', 'lease-or-rent-receipt'].includes(id)),
    rule: { kind: 'coverage', required: ['photo', 'birth-date', 'residency'], oneDocumentMayProveMany: null },
    ageRules: undefined,
  };

  it('is no mistake where a decision would make it work', () => {
    expect(parsePolicy(bySelf).ok).toBe(true);
    const onlyAdults = harborCity.documents.map((document) => ({ ...document, ages: { from: 18 } }));
    const ofAdults = { ...harborCity, ageRules: undefined, documents: onlyAdults };
    expect(parsePolicy({ ...ofAdults, minimumAgeYears: null }).ok).toBe(true);
    expect(parsePolicy({ ...ofAdults, minimumAgeYears: 17 }).ok).toBe(false);
  });

  it('is one where no decision would', () => {
    const noHome = bySelf.documents.filter(({ proves }) => !proves.includes('residency'));
    const points = harborCity.documents.map((document) => ({
      ...document,
      points: [{ category: 'identity', points: null }],
    }));
    const rule = { kind: 'points', minimums: [{ category: 'birth', points: 1 }], alsoRequired: [] };
    expect(parsePolicy({ ...bySelf, documents: noHome }).ok).toBe(false);
    expect(parsePolicy({ ...harborCity, documents: points, rule }).ok).toBe(false);
  });
});

describe('a policy with rules for ages', () => {
  it('asks nothing of people older than anybody', () => {
    const documents = harborCity.documents.map((document) => ({ ...document, ages: { from: 0, to: 125 } }));
    expect(parsePolicy({ ...harborCity, documents }).ok).toBe(true);
  });

  it('is one, and is as complete as what it decides', () => {
    const policy: Policy = {
      ...harborCity,
      ageRules: [{ ages: { from: 65 }, rule: harborCity.rule }],
      documents: harborCity.documents.map((document, index) =>
        index === 0
          ? { ...document, ages: { from: 10, to: 17 }, issuedWithinDays: null, onlyWith: 'residency' }
          : document,
      ),
    };
    expect(parsePolicy(asFile(policy))).toEqual({ ok: true, value: policy });
    expect(undecidedPaths(policy)).toEqual([['documents', 0, 'issuedWithinDays']]);
  });
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

import { describe, expect, it } from 'vitest';
import { undecidedPaths } from '../complete.ts';
import { harborCity } from '../harbor-city.test-support.ts';
import { asFile, expectRefused, parsePolicy } from '../policy.test-support.ts';
import type { Policy } from '../policy.ts';

const passport = harborCity.documents[0];
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
    'ages that end before they begin',
    withPassport({ ages: { from: 14, to: 13 } }),
    'documents.0.ages',
    'ages-are-none',
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
];

it.each(cases)('a policy is refused for %s', (_, input, path, code) => expectRefused(input, path, code));

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

import { describe, expect, it } from 'vitest';
import citykey from '../../../build/programmes/citykey-draft.json' with { type: 'json' };
import hartford from '../../../tests/fixtures/programmes/hartford.json' with { type: 'json' };
import newYork from '../../../tests/fixtures/programmes/new-york.json' with { type: 'json' };
import philadelphia from '../../../tests/fixtures/programmes/philadelphia.json' with { type: 'json' };
import { ledgerDetailOf } from '../../ledger/ledger-detail.ts';
import { residentRules } from '../../residents/resident-rules.ts';
import { smallestCountOf } from '../../statistics/smallest-count.ts';
import type { DocumentRule } from '../documents/documents.ts';
import { harborCity } from '../harbor-city.test-support.ts';
import { type Policy, policySchema } from '../policy.ts';
import { inFull } from './change-lines.ts';
import { changesBetween } from './changes.ts';
import { keysOfPolicySchema, leavesChoice, otherValues, type SchemaKey } from './schema-keys.test-support.ts';
import { unordered } from './unordered.ts';

const told = (before: Policy, after: Policy): readonly string[] => changesBetween(before, after).map(inFull);

type Path = readonly (string | number)[];

/** Every place in a policy where a key of the schema stands, or may stand. */
function placesOf(value: unknown, [step, ...rest]: readonly string[], path: Path = []): readonly Path[] {
  if (step === undefined) return [path];
  if (step === '*')
    return Array.isArray(value)
      ? value.flatMap((entry, index) => placesOf(entry, rest, [...path, index]))
      : [];
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return [];
  const inner = new Map(Object.entries(value)).get(step);
  return inner === undefined && rest.length > 0 ? [] : placesOf(inner, rest, [...path, step]);
}

function valueAt(value: unknown, [key, ...rest]: Path): unknown {
  if (key === undefined) return value;
  return typeof value === 'object' && value !== null
    ? valueAt(new Map(Object.entries(value)).get(String(key)), rest)
    : undefined;
}

/** The value with another one in one place; undefined leaves the place out. */
function changedAt(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.map((entry, index) => (index === key ? changedAt(entry, rest, to) : entry));
  const inner = new Map(Object.entries(Object(value)));
  const next = changedAt(inner.get(String(key)), rest, to);
  if (next === undefined) inner.delete(String(key));
  else inner.set(String(key), next);
  return Object.fromEntries(inner);
}

/** What no city above says, or what all of them say alike. */
const other: Policy = {
  ...harborCity,
  $schema: '../docs/policy.schema.json',
  languages: ['en'],
  currency: 'EUR',
  sounds: { cardReady: true },
  statistics: { smallestCount: 10 },
  ledger: { outcomes: 'merged', period: 'week' },
  residents: { languages: ['en', 'pl'], warnAfterSeconds: 60, endAfterSeconds: 40 },
  suspension: { secondPerson: true },
  orders: { name: 'Office of the City Clerk', key: `${'A'.repeat(43)}=` },
  hold: { wipeBegun: 'stop' },
  categories: [...harborCity.categories, { id: 'unused', name: { en: 'Unused' } }],
  documents: harborCity.documents.map((kind) => ({
    ...kind,
    points: [{ category: kind.category, points: 50 }],
    ...(kind.id === 'transit-card' ? { routes: ['renewal' as const] } : {}),
  })),
  routes: (harborCity.routes ?? []).filter(({ route }) => route !== 'replacement'),
  fees: [{ route: 'renewal', cents: 500 }],
  notices: [
    { id: 'first', at: 'before-answers', text: { en: 'We keep nothing.' } },
    { id: 'second', at: 'hand-over', text: { en: 'Keep your card dry.' } },
  ],
  denial: {
    reasons: [{ id: 'other', name: { en: 'Another reason' }, slip: { en: 'Ask the clerk.' } }],
    review: 'none',
    appeal: { how: { en: 'Go to City Hall.' }, withinDays: 30 },
  },
};

/** Each shape of a rule, twice. */
const rules: readonly (readonly [DocumentRule, DocumentRule])[] = [
  [
    { kind: 'coverage', required: ['photo'], oneDocumentMayProveMany: true },
    { kind: 'coverage', required: ['identity', 'photo'], oneDocumentMayProveMany: false },
  ],
  [
    { kind: 'points', minimums: [{ category: 'identity', points: 50 }], alsoRequired: [] },
    { kind: 'points', minimums: [{ category: 'residency', points: 40 }], alsoRequired: ['residency'] },
  ],
  [
    { kind: 'one-a-or-two-b', listA: ['identity'], listB: ['residency'], alsoRequired: [] },
    { kind: 'one-a-or-two-b', listA: ['birth'], listB: ['identity', 'residency'], alsoRequired: ['photo'] },
  ],
  [
    { kind: 'primary-and-secondary', primary: ['identity'], secondary: ['residency'], alsoRequired: [] },
    {
      kind: 'primary-and-secondary',
      primary: ['residency'],
      secondary: ['identity'],
      alsoRequired: ['photo'],
    },
  ],
];

/** Policies that together have every key. */
const files: readonly unknown[] = [
  ...[harborCity, newYork, philadelphia, hartford, citykey, other],
  ...rules.flat().map((rule) => ({
    ...other,
    rule,
    ageRules: [{ ages: { from: 18, to: 60 }, rule }],
    routes: [
      { route: 'renewal', documents: rule, oldCard: 'taken-in' },
      ...(other.routes ?? []).filter(({ route }) => route !== 'renewal'),
    ],
    orders: { name: 'City Clerk', key: `${'B'.repeat(42)}A=` },
  })),
];
const cities = files.map((file) => policySchema.parse(file));

/** What a policy says to a kiosk, without what it may also leave unsaid. */
function meaning(policy: Policy): string {
  const fields = policy.fields.map((field) =>
    field.yearOnlyAllowed === false ? { ...field, yearOnlyAllowed: undefined } : field,
  );
  // No two rules are for the same age: in whatever order they stand, they mean the same.
  const ageRules = policy.ageRules?.toSorted((one, other) => one.ages.from - other.ages.from);
  const sounds = policy.sounds?.cardReady === true ? policy.sounds : undefined;
  const statistics = { smallestCount: smallestCountOf(policy) };
  const ledger = ledgerDetailOf(policy);
  const suspension = policy.suspension?.secondPerson === true ? policy.suspension : undefined;
  const residents = residentRules(policy);
  return unordered({ ...policy, fields, ageRules, sounds, statistics, ledger, suspension, residents });
}

/** So many are tried for each key: more only take longer. */
const MOST = process.env.COUNTERFOIL_ALL === '1' ? 30 : 6;

/** Policies that differ from these in one key alone, and that a kiosk takes. */
function variationsOf(key: SchemaKey): readonly (readonly [Policy, Policy])[] {
  const steps = key.at.split('.');
  const places = cities.flatMap((city) => placesOf(city, steps).map((path) => ({ city, path })));
  const found = places.map(({ city, path }) => valueAt(city, path));
  const variations: (readonly [Policy, Policy])[] = [];
  for (const { city, path } of places) {
    const values = [...otherValues(key, valueAt(city, path)), ...found];
    for (const to of new Map(values.map((each) => [unordered(each), each])).values()) {
      if (variations.length >= MOST) return variations;
      const read = policySchema.safeParse(changedAt(city, path, to));
      if (read.success && meaning(read.data) !== meaning(city)) variations.push([city, read.data]);
    }
  }
  return variations;
}

describe('a policy that is changed in one key alone', () => {
  const keys = keysOfPolicySchema().filter(leavesChoice);

  it.each(keys.map((key) => [key.at, key] as const))('is told of: %s', (at, key) => {
    const variations = variationsOf(key);
    // Else the key is new: some city needs it, or a value for it.
    expect(variations.length, 'no policy was found that differs in it').toBeGreaterThan(0);
    for (const [before, after] of variations) {
      const next: Policy = at === 'version' ? after : { ...after, version: before.version + 1 };
      const lines = told(before, next).filter((line) => at === 'version' || !line.startsWith('Version: '));
      expect(lines.join('\n'), unordered(after)).not.toBe('');
    }
  });
});

describe('what a comparison says', () => {
  const withFees = (fees: Policy['fees']): Policy => ({ ...harborCity, fees });
  const child = { route: 'replacement', ages: { from: 0, to: 17 }, cents: 0 } as const;
  const anybody = { route: 'replacement', cents: 1000 } as const;

  it('of fees keeps their order, for the first that fits counts', () => {
    expect(told(withFees([child, anybody]), withFees([anybody, child]))).toEqual([
      'Fees, of which the first that fits counts: a replacement 10.00 USD; a replacement, up to age 17 0.00 USD.',
      '  Before: a replacement, up to age 17 0.00 USD; a replacement 10.00 USD.',
    ]);
    const before = { ...anybody, cents: 2000 };
    expect(told(withFees([anybody]), withFees([before, anybody]))).toContainEqual(
      expect.stringContaining('a replacement 20.00 USD; a replacement 10.00 USD.'),
    );
  });

  it('of a document says for what it counts, before what it is called', () => {
    const [passport, ...others] = harborCity.documents;
    if (passport === undefined) throw new Error('no document');
    const after: Policy = { ...harborCity, documents: [{ ...passport, routes: ['renewal'] }, ...others] };
    expect(told(harborCity, after)[0]).toMatch(
      /^Document changed: “[^”]*[Pp]assport[^”]*” \(.*only for a renewal.*\)\.$/,
    );
  });

  it('of a document whose name another one has as well says its id', () => {
    const [one, other, ...others] = harborCity.documents;
    if (one === undefined || other === undefined) throw new Error('no two documents');
    const alike = { ...other, name: { ...other.name, en: one.name.en } };
    const before: Policy = { ...harborCity, documents: [one, alike, ...others] };
    const after: Policy = { ...before, documents: [one, { ...alike, points: [] }, ...others] };
    expect(told(before, after)[0]).toContain(`Document changed: “${one.name.en}” (${other.id}) (`);
  });

  it('of the fee says that it is for whatever the list of fees leaves open', () => {
    expect(told(harborCity, { ...harborCity, feeCents: 500 })).toEqual([
      'Fee when no other fee applies: 5.00 USD (was 0.00 USD).',
    ]);
  });
});

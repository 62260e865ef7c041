import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { policySchema } from '../../shared/programme/policy.ts';
import { start } from './new.ts';
import { jsonSchema } from './schema.ts';

const repository = new URL('../../', import.meta.url);
const read = (path: string): string => readFileSync(fileURLToPath(new URL(path, repository)), 'utf8');

const isValid = new Ajv2020({ strict: true, allErrors: false }).compile(jsonSchema());

/** What a schema cannot say of a value, by the codes with which the kiosk refuses it. */
const BEYOND = new Set([
  // Between values, or of a list that is not in the file: zones, languages.
  'custom',
]);

const cities = ['new-york', 'san-francisco', 'hartford', 'philadelphia', 'detroit'];
const policies: readonly (readonly [string, unknown])[] = [
  ['Harbor City', harborCity],
  ['the start of a policy', start],
  ['the CityKey draft', JSON.parse(read('build/programmes/citykey-draft.json'))],
  ...cities.map((city) => [city, JSON.parse(read(`tests/fixtures/programmes/${city}.json`))] as const),
];

/** The kiosk’s verdict and the schema’s, and whether they may differ. */
function expectAgreement(input: unknown): void {
  const parsed = policySchema.safeParse(input);
  const valid = isValid(input);
  if (valid === parsed.success) return;
  // The schema may let pass what it cannot say. It never refuses what the kiosk takes.
  expect(valid, JSON.stringify(isValid.errors)).toBe(true);
  const codes = parsed.error?.issues.map(({ code }) => code) ?? [];
  expect(codes.filter((code) => !BEYOND.has(code))).toEqual([]);
}

type Path = readonly (string | number)[];

function pathsOf(value: unknown, path: Path = []): readonly Path[] {
  if (typeof value !== 'object' || value === null) return [path];
  const entries: readonly (readonly [string | number, unknown])[] = Array.isArray(value)
    ? value.map((entry, index) => [index, entry] as const)
    : Object.entries(value);
  return [path, ...entries.flatMap(([key, entry]) => pathsOf(entry, [...path, key]))];
}

/** The value with another one in one place, or with that place left out (undefined). */
function changedAt(value: unknown, [key, ...rest]: Path, to: unknown): unknown {
  if (key === undefined) return to;
  if (Array.isArray(value))
    return value.flatMap((entry, index) => {
      if (index !== key) return [entry];
      const changed = changedAt(entry, rest, to);
      return changed === undefined ? [] : [changed];
    });
  const entries = Object.entries(Object(value)).flatMap(([name, entry]) => {
    const changed = name === key ? changedAt(entry, rest, to) : entry;
    return changed === undefined ? [] : [[name, changed]];
  });
  return Object.fromEntries(entries);
}

const anything = fc.oneof(
  fc.constant(undefined),
  fc.constant(null),
  fc.boolean(),
  fc.integer({ min: -2, max: 12_000 }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.constantFrom(
    '',
    ' ',
    'photo',
    'coverage',
    'harbor',
    'two\nlines',
    'required',
    '#0B5C63',
    'x'.repeat(90),
  ),
  fc.string({ maxLength: 100 }),
  fc.constant([]),
  fc.constant({}),
  fc.array(fc.constantFrom('photo', 'identity', 'nobody'), { maxLength: 3 }),
);

describe('the JSON Schema of a policy', () => {
  it('is published as it is made from what the kiosk checks', () => {
    expect(JSON.parse(read('docs/policy.schema.json'))).toEqual(JSON.parse(JSON.stringify(jsonSchema())));
  });

  it.each(policies)('takes %s', (_, policy) => {
    expect(isValid(policy), JSON.stringify(isValid.errors)).toBe(true);
    expectAgreement(policy);
  });

  // The long version takes a minute on a machine that does nothing else.
  it('says of any change the same as the kiosk, but for what concerns more than one value', {
    timeout: 900_000,
  }, () => {
    fc.assert(
      fc.property(
        fc
          .constantFrom(...policies)
          .chain(([, policy]) =>
            fc.tuple(fc.constant(policy), fc.constantFrom(...pathsOf(policy)), anything),
          ),
        ([policy, path, to]) => expectAgreement(changedAt(policy, path, to)),
      ),
      { numRuns: process.env.COUNTERFOIL_ALL === '1' ? 20_000 : 700 },
    );
  });

  it.each([
    ['a key that nobody knows', { ...harborCity, versoin: 1 }],
    ['a missing key', { ...harborCity, feeCents: undefined }],
    ['a fee in words', { ...harborCity, feeCents: 'free' }],
  ])('refuses %s, as the kiosk does', (_, input) => {
    const asFile: unknown = JSON.parse(JSON.stringify(input));
    expect(isValid(asFile)).toBe(false);
    expect(policySchema.safeParse(asFile).success).toBe(false);
  });

  it.each([
    ['a zone that is none', { ...harborCity, timeZone: 'Harbor/City' }],
    ['a language that is none', { ...harborCity, name: { en: 'Harbor City', English: 'Harbor City' } }],
    [
      'the same document twice',
      { ...harborCity, documents: [...harborCity.documents, harborCity.documents[0]] },
    ],
  ])('cannot see %s; the kiosk does', (_, input) => {
    expect(isValid(input)).toBe(true);
    expect(policySchema.safeParse(input).success).toBe(false);
  });
});

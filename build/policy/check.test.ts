import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { undecidedPaths } from '../../shared/programme/complete.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { type Policy, policySchema } from '../../shared/programme/policy.ts';
import { patternOf, reasonFor, undecidedReasons } from '../../shared/programme/undecided-reasons.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import { check } from './check.ts';
import { start } from './new.ts';
import { fileOf, fileWith } from './policy-paths.test-support.ts';

describe('policy check', () => {
  it('says that the shipped policy is complete', () => {
    expect(check(shippedPolicy)).toEqual({
      code: 0,
      say: `${shippedPolicy}: harbor-city, version 1. It is complete: a kiosk can work by it.`,
    });
  });

  it('says of each mistake where it is, what it is about, and what may stand there', () => {
    const path = fileOf({ ...harborCity, feeCents: 'free', hold: { wipeBegun: 'ask' } });
    const lines = readFileSync(path, 'utf8').split('\n');
    const placeOf = (value: string) => {
      const line = lines.findIndex((each) => each.includes(value));
      return `${path}:${line + 1}:${(lines[line] ?? '').indexOf(value) + 1}`;
    };
    expect(check(path)).toEqual({
      code: 1,
      say: [
        `${placeOf('"free"')} feeCents: this takes a whole number of cents, such as 1500 for 15.00.`,
        `${placeOf('"ask"')} hold.wipeBegun: this takes "complete" or "stop".`,
        `${path}: 2 mistakes. No kiosk takes it.`,
      ].join('\n'),
    });
  });

  it('says of each value that is not decided why it is needed', () => {
    const { code, say } = check(fileOf({ ...harborCity, feeCents: null }));
    expect(code).toBe(1);
    expect(say).toMatch(
      /:\d+:\d+ feeCents: not decided\. Needed because the clerk has to know what to collect\.\n/,
    );
    expect(say).toMatch(/1 value not decided: no kiosk goes live with it\.$/);
  });

  it.each([
    ['no file', () => join(workingFolder(), 'none.json'), 'does not exist.'],
    ['a folder', () => workingFolder(), 'is not a file.'],
    ['a file that ends early', () => fileWith('{'), 'the file ends too early'],
    ['a key twice', () => fileWith('{ "format": 1, "format": 1 }'), 'stands twice here'],
    ['too many brackets', () => fileWith('['.repeat(200_000)), 'no more than 32 brackets'],
    ['50 MB', () => fileWith(' '.repeat(50_000_000)), 'too large'],
    ['a list', () => fileOf([]), 'takes an object in { }'],
  ])('refuses %s', (_, make, says) => {
    const { code, say } = check(make());
    expect(code).toBe(1);
    expect(say).toContain(says);
  });

  it('judges a rule of ten thousand kinds by what a policy may have, at once', () => {
    const documents = Array.from({ length: 10_000 }, (_, index) => ({
      ...harborCity.documents[0],
      id: `kind-${index}`,
    }));
    expect(check(fileWith(JSON.stringify({ ...harborCity, documents }))).say).toMatch(
      /too large|at most 64 entries/,
    );
  });
});

describe('a value that a policy may leave undecided', () => {
  it('has a reason why it is needed, in every place that the schema has for one', () => {
    const open: Policy = {
      ...start,
      documents: start.documents.map((kind) => ({
        ...kind,
        expiredToleranceYears: null,
        issuedWithinDays: null,
        points: [{ category: 'identity', points: null }],
      })),
      ageRules: [
        {
          ages: { from: 0, to: 13 },
          rule: { kind: 'coverage', required: ['photo'], oneDocumentMayProveMany: null },
        },
      ],
      routes: [
        { route: 'renewal', documents: null, oldCard: null },
        {
          route: 'correction',
          documents: { kind: 'coverage', required: ['photo'], oneDocumentMayProveMany: null },
          oldCard: 'taken-in',
        },
      ],
      fees: [{ route: 'renewal', cents: null }],
      denial: {
        reasons: [{ id: 'other', name: { en: 'Another reason' }, slip: { en: 'Ask the clerk.' } }],
        review: null,
        appeal: { how: { en: 'At City Hall.' }, withinDays: null },
      },
    };
    const noAppeal: Policy = { ...open, denial: open.denial && { ...open.denial, appeal: null } };
    expect(policySchema.safeParse(open).success).toBe(true);
    expect(policySchema.safeParse(noAppeal).success).toBe(true);
    const paths = [...undecidedPaths(open), ...undecidedPaths(noAppeal)];
    for (const path of paths) expect(reasonFor(path)).toMatch(/^[a-z].*[a-z]$/);
    expect(new Set(paths.map(patternOf))).toEqual(new Set(Object.keys(undecidedReasons)));
  });
});

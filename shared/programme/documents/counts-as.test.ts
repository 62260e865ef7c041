import { expect, it } from 'vitest';
import { countsAs } from './counts-as.ts';
import type { DocumentKind } from './documents.ts';

const kind = (category: string, more: Partial<DocumentKind> = {}): DocumentKind => ({
  ...{ id: 'paper', name: { en: 'Paper' }, category, proves: [] },
  ...more,
});

it('a document counts by the lists that its category is in, which may be both', () => {
  const lists = { kind: 'one-a-or-two-b', listA: ['strong'], listB: ['weak'], alsoRequired: [] } as const;
  expect(countsAs(lists, kind('strong'))).toEqual([{ kind: 'list-a' }]);
  expect(countsAs(lists, kind('weak'))).toEqual([{ kind: 'list-b' }]);
  expect(countsAs(lists, kind('other'))).toEqual([]);
  const pair = {
    kind: 'primary-and-secondary',
    primary: ['strong'],
    secondary: ['strong', 'weak'],
    alsoRequired: [],
  } as const;
  expect(countsAs(pair, kind('strong'))).toEqual([{ kind: 'primary' }, { kind: 'secondary' }]);
  expect(countsAs(pair, kind('weak'))).toEqual([{ kind: 'secondary' }]);
});

it('a document adds its points to the categories that have a minimum, and to no other', () => {
  const rule = {
    kind: 'points',
    minimums: [
      { category: 'identity', points: 3 },
      { category: 'residency', points: 1 },
    ],
    alsoRequired: [],
  } as const;
  const points = [
    { category: 'residency', points: 1 },
    { category: 'identity', points: 2 },
    { category: 'elsewhere', points: 4 },
  ];
  expect(countsAs(rule, kind('identity', { points }))).toEqual([
    { kind: 'points', category: 'identity', points: 2 },
    { kind: 'points', category: 'residency', points: 1 },
  ]);
  expect(countsAs(rule, kind('identity', { points: [{ category: 'identity', points: null }] }))).toEqual([]);
  expect(countsAs(rule, kind('identity'))).toEqual([]);
});

it('a rule of what must be proven counts nothing besides', () => {
  const rule = { kind: 'coverage', required: ['photo'], oneDocumentMayProveMany: true } as const;
  expect(countsAs(rule, kind('identity', { proves: ['photo'] }))).toEqual([]);
});

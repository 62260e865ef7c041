import { beforeAll, expect, test } from 'vitest';
import type { DocumentKind } from '../../../shared/programme/documents/documents.ts';
import { speakEnglish } from '../english.test-support.ts';
import { countInWords, documentInWords, requirementInList, requirementInWords } from './documents.ts';

beforeAll(speakEnglish);

const PASSPORT: DocumentKind = {
  id: 'passport',
  name: { en: 'Passport' },
  category: 'identity',
  proves: ['photo', 'birth-date'],
};

test('of each kind of document it is said what it proves, whether a copy is fine, and how old it may be', () => {
  expect(documentInWords(PASSPORT)).toMatch(/^Proves photo and birth date\..*Can’t be expired\.$/);
  expect(documentInWords({ ...PASSPORT, copyAccepted: false, expiredToleranceYears: 1 })).toMatch(
    /No copies\. Accepted up to 1 year after it expires\.$/,
  );
  expect(documentInWords({ ...PASSPORT, copyAccepted: true, expiredToleranceYears: 3 })).toMatch(
    /A copy is fine\. Accepted up to 3 years after it expires\.$/,
  );
  // A bill by the day it was issued.
  expect(documentInWords({ ...PASSPORT, issuedWithinDays: 60 })).toMatch(
    / Must be issued in the last 60 days\.$/,
  );
  expect(documentInWords({ ...PASSPORT, proves: [], onlyWith: 'photo' })).toMatch(
    /^Proves nothing by itself\. Counts only with another document that has a photo\./,
  );
  expect(documentInWords({ ...PASSPORT, proves: [], onlyWith: 'residency' })).toContain(
    'Counts only with another document that proves home address.',
  );
});

test('beside a document stands its list or its points, with what they are for only where that differs', () => {
  expect(countInWords({ kind: 'list-a' }, null)).toBe('List A');
  expect(countInWords({ kind: 'secondary' }, null)).toBe('Secondary');
  const points = (count: number) => ({ kind: 'points', category: 'identity', points: count }) as const;
  expect(countInWords(points(1), null)).toBe('1 point');
  expect(countInWords(points(200), 'Identity')).toBe('Identity: 200 points');
});

test('of points it is said how many are missing, and how many are asked for once they are there', () => {
  const said = (counted: number) =>
    requirementInWords({ kind: 'points', category: 'identity', counted, needed: 3 }, [
      { id: 'identity', name: { en: 'Identity' } },
    ]);
  expect(said(0)).toBe('Identity: 3 points');
  expect(said(2)).toBe('Identity: 1 point');
  expect(said(4)).toBe('Identity: 3 points');
});

test('what is needed begins in lower case in a sentence, unless it is the city’s own name', () => {
  expect(requirementInList({ kind: 'proof', proof: 'residency' }, [])).toBe('home address');
  expect(requirementInList({ kind: 'primary' }, [])).toBe('a primary document');
  expect(requirementInList({ kind: 'one-a-or-two-b', countedA: 0, countedB: 1 }, [])).toBe(
    'one document from list A or two from list B',
  );
  const points = { kind: 'points', category: 'identity', counted: 0, needed: 3 } as const;
  expect(requirementInList(points, [{ id: 'identity', name: { en: 'Identity' } }])).toBe(
    'Identity: 3\u00a0points',
  );
});

import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { type Answers, emptyAnswers } from '../../../shared/application/answers.ts';
import { eachInput } from '../../../shared/application/fields.ts';
import { feeSettlements, routes } from '../../../shared/application/route.ts';
import { applicationId, ticket } from '../../../shared/contract/ids.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { residentLanguages } from '../../../shared/residents/language.ts';
import type { ApplicationRecord } from './record.ts';

export const TODAY = { year: 2026, month: 11, day: 24 };
export const APPLICATION = applicationId.parse('a'.repeat(32));

/** A record as a core holds it. */
export function recordWith(change: Partial<ApplicationRecord> = {}): ApplicationRecord {
  return {
    application: APPLICATION,
    ticket: ticket.parse(1),
    key: randomBytes(32),
    lookUpKey: randomBytes(32),
    policy: harborCity,
    practice: false,
    began: 0,
    answers: emptyAnswers,
    photo: null,
    cardNumber: null,
    cardIdentified: false,
    revision: 1,
    state: { kind: 'draft' },
    stage: null,
    troubles: [],
    ending: null,
    cardSent: false,
    tray: null,
    denial: null,
    finishing: false,
    made: [],
    ...change,
  };
}

/** What somebody, or something hostile, may type into a field. */
const typed = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500, size: 'max' }),
  fc.string({ unit: 'grapheme', maxLength: 60 }),
  fc.constantFrom(
    '',
    ' ',
    '0',
    '1',
    '31',
    '12',
    '1990',
    '2026',
    '٣',
    '१',
    '-1',
    '1e3',
    '\u0000',
    '\ud800',
    '𓀀',
  ),
  fc.constantFrom('\u202eevil', 'a\u0301\u0301\u0301', '\ufdfd'.repeat(40), 'W'.repeat(500), '"}]', '🏳️‍🌈'),
);

/** Any answers that the contract lets through. */
export const anyAnswers: fc.Arbitrary<Answers> = fc.record({
  ...eachInput(() => typed),
  documents: fc.array(typed, { maxLength: 4 }),
  route: fc.constantFrom(...routes),
  language: fc.constantFrom(...residentLanguages),
  fee: fc.option(
    fc.record({
      settled: fc.constantFrom(...feeSettlements, 'paid-for-another' as const),
      cents: fc.integer({ min: 1, max: 100_000 }),
    }),
  ),
});

/** Answers that hold. */
export const GOOD: Answers = {
  ...emptyAnswers,
  name: 'Zephyrina Vandersloot',
  birthDay: '14',
  birthMonth: '3',
  birthYear: '1991',
};

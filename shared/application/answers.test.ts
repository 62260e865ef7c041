import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, answerFields, checkAnswer, checkAnswers, emptyAnswers } from './answers.ts';

const today = { year: 2026, month: 11, day: 24 };

const least: Answers = {
  ...emptyAnswers,
  name: 'Suharto',
  birthDay: '8',
  birthMonth: '6',
  birthYear: '1961',
};

const full: Answers = {
  name: ' Maria  del Carmen ',
  chosenName: 'Mari',
  birthDay: '29',
  birthMonth: '2',
  birthYear: '2004',
  gender: 'non-binary',
  emergencyName: 'Jose\u0301',
  emergencyPhone: '+1 (312) 555-0142',
  libraryNumber: '2345 6789',
  documents: ['passport', 'lease', 'passport'],
};

const typedByHostiles = fc.oneof(
  fc.string({ unit: 'binary', maxLength: 500 }),
  fc.constantFrom('\u0000', '<script>', '\u202Egnp', '😀'.repeat(125), 'a'.repeat(500), '9'.repeat(500), ' '),
);
const answers: fc.Arbitrary<Answers> = fc.record({
  name: fc.oneof(fc.constant('Ana'), typedByHostiles),
  chosenName: fc.oneof(fc.constant(''), typedByHostiles),
  birthDay: fc.oneof(fc.constant('1'), typedByHostiles),
  birthMonth: fc.oneof(fc.constant('1'), typedByHostiles),
  birthYear: fc.oneof(fc.constant('1990'), typedByHostiles),
  gender: fc.oneof(fc.constant(''), typedByHostiles),
  emergencyName: fc.oneof(fc.constant(''), fc.constant('Bo'), typedByHostiles),
  emergencyPhone: fc.oneof(fc.constant(''), fc.constant('5550142'), typedByHostiles),
  libraryNumber: fc.oneof(fc.constant(''), typedByHostiles),
  documents: fc.array(fc.constantFrom('passport', 'lease')),
});

describe('checkAnswers', () => {
  it('takes a name and a birth date; all else is optional', () => {
    expect(checkAnswers(least, today)).toEqual({
      ok: true,
      value: {
        name: 'Suharto',
        chosenName: null,
        birthDate: { year: 1961, month: 6, day: 8 },
        gender: null,
        emergencyContact: null,
        libraryNumber: null,
        documents: [],
      },
    });
  });

  it('takes everything', () => {
    expect(checkAnswers(full, today)).toEqual({
      ok: true,
      value: {
        name: 'Maria del Carmen',
        chosenName: 'Mari',
        birthDate: { year: 2004, month: 2, day: 29 },
        gender: 'non-binary',
        emergencyContact: { name: 'José', phone: '+1 (312) 555-0142' },
        libraryNumber: '23456789',
        documents: ['passport', 'lease'],
      },
    });
  });

  it('lists what is missing in the order of the fields', () => {
    expect(checkAnswers(emptyAnswers, today)).toEqual({
      ok: false,
      error: [
        { field: 'name', problem: { kind: 'empty' } },
        { field: 'birthDay', problem: { kind: 'empty', part: 'day' } },
        { field: 'birthMonth', problem: { kind: 'empty', part: 'month' } },
        { field: 'birthYear', problem: { kind: 'empty', part: 'year' } },
      ],
    });
  });

  it('is valid exactly when no field has a problem, and never throws', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const problems = answerFields.filter((field) => checkAnswer(field, given, today) !== null);
        const result = checkAnswers(given, today);
        expect(result.ok).toBe(problems.length === 0);
        if (!result.ok) {
          expect(result.error.map(({ field }) => field)).toEqual(problems);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('checkAnswer', () => {
  it.each([
    ['name', '   ', { kind: 'empty' }],
    ['name', 'a'.repeat(500), { kind: 'too-long', limit: 60, length: 500 }],
    ['name', '<script>', { kind: 'forbidden-character', character: '<', reason: 'symbol' }],
    ['name', 'An\u0000a', { kind: 'forbidden-character', codePoint: 0, reason: 'control' }],
    ['name', 'An\u202Ea', { kind: 'forbidden-character', codePoint: 0x202e, reason: 'text-direction' }],
    ['chosenName', '😀', { kind: 'forbidden-character', character: '😀', reason: 'pictograph' }],
    ['chosenName', '123', { kind: 'no-letter' }],
    ['gender', 'a'.repeat(25), { kind: 'too-long', limit: 24, length: 25 }],
    ['birthYear', '2031', { kind: 'in-the-future', part: 'year' }],
    ['birthDay', '31', { kind: 'no-such-day', part: 'day' }],
    ['birthMonth', 'June', { kind: 'not-a-number', part: 'month' }],
    ['libraryNumber', '12', { kind: 'wrong-digit-count', minimum: 6, maximum: 14, digits: 2 }],
  ] as const)('%s: %j', (field, typed, problem) => {
    expect(checkAnswer(field, { ...least, [field]: typed }, today)).toMatchObject(problem);
  });

  it('wants the emergency contact whole, and says so at the empty field', () => {
    const nameOnly = { ...least, emergencyName: 'Bo' };
    expect(checkAnswer('emergencyName', nameOnly, today)).toBeNull();
    expect(checkAnswer('emergencyPhone', nameOnly, today)).toEqual({
      kind: 'needed-with',
      other: 'emergencyName',
    });
    const phoneOnly = { ...least, emergencyPhone: '5550142', emergencyName: '  ' };
    expect(checkAnswer('emergencyName', phoneOnly, today)).toEqual({
      kind: 'needed-with',
      other: 'emergencyPhone',
    });
    expect(checkAnswer('emergencyPhone', phoneOnly, today)).toBeNull();
    const spacesOnly = { ...least, emergencyPhone: '   ' };
    expect(checkAnswer('emergencyName', spacesOnly, today)).toBeNull();
  });
});

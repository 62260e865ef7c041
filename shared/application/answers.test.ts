import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Answers, answersSoFar, checkAnswer, checkAnswers, emptyAnswers } from './answers.ts';
import {
  askedInputs,
  eachInput,
  type FieldName,
  type FieldUse,
  fieldNames,
  type InputName,
  noValues,
} from './fields.ts';

const USES = fieldNames.map(
  (field): FieldUse => ({ field, use: field === 'name' || field === 'birthDate' ? 'required' : 'optional' }),
);

const today = { year: 2026, month: 11, day: 24 };

const least: Answers = {
  ...emptyAnswers,
  name: 'Suharto',
  birthDay: '8',
  birthMonth: '6',
  birthYear: '1961',
};

const full: Answers = {
  ...emptyAnswers,
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
const PLAIN: Readonly<Partial<Record<InputName, string>>> = {
  name: 'Ana',
  birthDay: '1',
  birthMonth: '1',
  birthYear: '1990',
  emergencyName: 'Bo',
  emergencyPhone: '5550142',
};
const answers: fc.Arbitrary<Answers> = fc.record({
  ...eachInput((input) => fc.oneof(fc.constant(PLAIN[input] ?? ''), fc.constant(''), typedByHostiles)),
  documents: fc.array(fc.constantFrom('passport', 'lease')),
  route: fc.constant('first' as const),
  fee: fc.constant(null),
  language: fc.constant('en' as const),
});

describe('checkAnswers', () => {
  it('takes a name and a birth date; all else is optional', () => {
    expect(checkAnswers(least, USES, today)).toEqual({
      ok: true,
      value: {
        ...noValues,
        name: 'Suharto',
        birthDate: { year: 1961, month: 6, day: 8 },
        documents: [],
      },
    });
  });

  it('takes everything', () => {
    expect(checkAnswers(full, USES, today)).toEqual({
      ok: true,
      value: {
        ...noValues,
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
    expect(checkAnswers(emptyAnswers, USES, today)).toEqual({
      ok: false,
      error: [
        { field: 'name', problem: { kind: 'empty', missing: 'name' } },
        { field: 'birthMonth', problem: { kind: 'empty', part: 'month' } },
        { field: 'birthDay', problem: { kind: 'empty', part: 'day' } },
        { field: 'birthYear', problem: { kind: 'empty', part: 'year' } },
      ],
    });
  });

  it('is valid exactly when no field has a problem, and never throws', () => {
    fc.assert(
      fc.property(answers, (given) => {
        const problems = askedInputs(USES).filter((field) => checkAnswer(field, given, USES, today) !== null);
        const result = checkAnswers(given, USES, today);
        expect(result.ok).toBe(problems.length === 0);
        if (!result.ok) {
          expect(result.error.map(({ field }) => field)).toEqual(problems);
        }
      }),
      { numRuns: 1000 },
    );
  });
});

describe('a programme', () => {
  const asking = (changes: Readonly<Partial<Record<FieldName, FieldUse['use']>>>): readonly FieldUse[] =>
    USES.map(({ field, use }) => ({ field, use: changes[field] ?? use }));

  it('may want any field: then it is missed where it is empty', () => {
    const all = asking({ gender: 'required', libraryNumber: 'required', emergencyContact: 'required' });
    const missed = checkAnswers(least, all, today);
    // Each says what it is that is missed.
    expect(missed.ok ? [] : missed.error).toEqual([
      { field: 'gender', problem: { kind: 'empty', missing: 'text' } },
      { field: 'libraryNumber', problem: { kind: 'empty', missing: 'number' } },
      { field: 'emergencyName', problem: { kind: 'empty', missing: 'contact-name' } },
      { field: 'emergencyPhone', problem: { kind: 'empty', missing: 'contact-phone' } },
    ]);
    const listed = all.map((use) => (use.field === 'gender' ? { ...use, choices: [{ en: 'X' }] } : use));
    expect(checkAnswer('gender', least, listed, today)).toEqual({ kind: 'empty', missing: 'choice' });
    expect(checkAnswers(full, all, today).ok).toBe(true);
  });

  it('may ask in another order, and not ask at all: what is off reaches no card, whatever stands there', () => {
    const uses = asking({ gender: 'off', emergencyContact: 'off' }).toReversed();
    const answered = { ...full, gender: '😀', emergencyName: '' };
    expect(checkAnswers(answered, uses, today)).toMatchObject({
      value: { gender: null, emergencyContact: null, chosenName: 'Mari' },
    });
    const missed = checkAnswers({ ...emptyAnswers, libraryNumber: '1' }, uses, today);
    expect(missed.ok ? [] : missed.error.map(({ field }) => field)).toEqual([
      'libraryNumber',
      'birthMonth',
      'birthDay',
      'birthYear',
      'name',
    ]);
  });
});

describe('checkAnswer', () => {
  it.each([
    ['name', '   ', { kind: 'empty', missing: 'name' }],
    ['name', 'a'.repeat(500), { kind: 'too-long', limit: 60, length: 500 }],
    ['name', '<script>', { kind: 'forbidden-character', character: '<', reason: 'symbol' }],
    ['name', 'An\u0000a', { kind: 'forbidden-character', character: '\u0000', reason: 'control' }],
    ['name', 'An\u202Ea', { kind: 'forbidden-character', character: '\u202E', reason: 'text-direction' }],
    ['chosenName', '😀', { kind: 'forbidden-character', character: '😀', reason: 'pictograph' }],
    ['chosenName', '123', { kind: 'no-letter' }],
    ['gender', 'a'.repeat(25), { kind: 'too-long', limit: 24, length: 25 }],
    ['birthYear', '2031', { kind: 'in-the-future', part: 'year' }],
    ['birthDay', '31', { kind: 'no-such-day', part: 'day' }],
    ['birthMonth', 'June', { kind: 'not-a-number', part: 'month' }],
    ['libraryNumber', '12', { kind: 'wrong-digit-count', minimum: 6, maximum: 14, digits: 2 }],
  ] as const)('%s: %j', (field, typed, problem) => {
    expect(checkAnswer(field, { ...least, [field]: typed }, USES, today)).toMatchObject(problem);
  });

  it('wants the emergency contact whole, and says so at the empty field', () => {
    const nameOnly = { ...least, emergencyName: 'Bo' };
    expect(checkAnswer('emergencyName', nameOnly, USES, today)).toBeNull();
    expect(checkAnswer('emergencyPhone', nameOnly, USES, today)).toEqual({
      kind: 'needed-with',
      other: 'name',
    });
    const phoneOnly = { ...least, emergencyPhone: '5550142', emergencyName: '  ' };
    expect(checkAnswer('emergencyName', phoneOnly, USES, today)).toEqual({
      kind: 'needed-with',
      other: 'phone',
    });
    expect(checkAnswer('emergencyPhone', phoneOnly, USES, today)).toBeNull();
    const spacesOnly = { ...least, emergencyPhone: '   ' };
    expect(checkAnswer('emergencyName', spacesOnly, USES, today)).toBeNull();
  });

  it('takes what the programme lists and nothing else, and free text where it lists nothing', () => {
    const uses: readonly FieldUse[] = [
      { field: 'gender', use: 'optional', choices: [{ en: 'F' }, { en: 'X' }] },
    ];
    const problemOf = (gender: string) => checkAnswer('gender', { ...least, gender }, uses, today);
    expect([problemOf('X'), problemOf('')]).toEqual([null, null]);
    expect(problemOf('woman')).toEqual({ kind: 'not-a-choice' });
    expect(checkAnswer('gender', { ...least, gender: 'woman' }, USES, today)).toBeNull();
  });

  it('reads a mark as wanted or not, and nothing between', () => {
    const veteran = (typed: string) => answersSoFar({ ...least, veteran: typed }, USES, today).veteran;
    expect([veteran('yes'), veteran(''), veteran('no')]).toEqual([true, null, null]);
    expect(checkAnswer('veteran', { ...least, veteran: 'no' }, USES, today)).toEqual({
      kind: 'not-a-choice',
    });
  });
});

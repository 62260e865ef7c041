import { expect, test } from 'vitest';
import { checkAnswers, emptyAnswers } from '../../../shared/application/answers.ts';
import { ageOn } from '../../../shared/application/birth-date.ts';
import { doubtsOf } from '../../../shared/application/doubt.ts';
import { fieldNames } from '../../../shared/application/fields.ts';
import { inventedAnswers, inventedFace } from './invented-people.ts';

const DAYS = [
  { year: 2026, month: 11, day: 24 },
  { year: 2027, month: 1, day: 31 },
  { year: 2028, month: 2, day: 29 },
  { year: 2031, month: 3, day: 31 },
];
const FIELDS = fieldNames.map((field) => ({ field, use: 'optional' as const }));
const TURNS = Array.from({ length: 16 }, (_, turn) => turn);

test.each(DAYS)('on %o everybody’s answers hold, and their ages are what they were', (today) => {
  const agesOn = (day: (typeof DAYS)[number]) =>
    TURNS.map((turn) => {
      const texts = inventedAnswers(turn, day, { fields: FIELDS, minimumAgeYears: 0 });
      const checked = checkAnswers({ ...emptyAnswers, ...texts }, FIELDS, day);
      if (!checked.ok) throw new Error(`${texts.name}: ${JSON.stringify(checked.error)}`);
      expect(doubtsOf(checked.value, day)).toEqual([]);
      return ageOn(checked.value.birthDate, day);
    });
  expect(agesOn(today)).toEqual(agesOn({ year: 2026, month: 6, day: 15 }));
  expect(Math.max(...agesOn(today))).toBeGreaterThan(65);
});

test('nobody is too young for the programme, and some are only just old enough', () => {
  for (const minimumAge of [0, 14, 18, 70]) {
    const [today] = DAYS;
    if (today === undefined) throw new Error('no day');
    const ages = TURNS.map((turn) => {
      const { birthYear, birthMonth, birthDay } = inventedAnswers(turn, today, {
        fields: FIELDS,
        minimumAgeYears: minimumAge,
      });
      return ageOn({ year: Number(birthYear), month: Number(birthMonth), day: Number(birthDay) }, today);
    });
    expect(Math.min(...ages)).toBe(minimumAge);
  }
});

test('each has a face; whoever was typed by hand has one as well', () => {
  const [today] = DAYS;
  if (today === undefined) throw new Error('no day');
  const faces = new Set(
    TURNS.map((turn) =>
      inventedFace(inventedAnswers(turn, today, { fields: FIELDS, minimumAgeYears: 0 }).name),
    ),
  );
  expect(faces.size).toBeGreaterThan(5);
  expect(inventedFace('Somebody Else')).toBe(
    inventedFace(inventedAnswers(0, today, { fields: FIELDS, minimumAgeYears: 0 }).name),
  );
});

test('where the programme lists what it takes, one of the list is taken', () => {
  const [today] = DAYS;
  if (today === undefined) throw new Error('no day');
  const choices = [{ en: 'F' }, { en: 'M' }, { en: 'X' }];
  const asked = { fields: [{ field: 'gender', use: 'required', choices } as const], minimumAgeYears: 0 };
  expect(new Set(TURNS.map((turn) => inventedAnswers(turn, today, asked).gender))).toEqual(
    new Set(['F', 'M', 'X']),
  );
});

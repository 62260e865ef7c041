import { describe, expect, it } from 'vitest';
import { checkAnswers, emptyAnswers } from '../application/answers.ts';
import { addYears } from '../application/birth-date.ts';
import { noValues } from '../application/fields.ts';
import { checkAge, validUntil } from './ages.ts';
import { cardDataFrom } from './card-data-from.ts';
import { harborCity } from './harbor-city.test-support.ts';

const today = { year: 2026, month: 11, day: 24 };

describe('validUntil', () => {
  it.each([
    [
      { year: 2026, month: 11, day: 24 },
      { year: 2028, month: 11, day: 24 },
    ],
    [
      { year: 2012, month: 11, day: 25 },
      { year: 2028, month: 11, day: 24 },
    ],
    [
      { year: 2012, month: 11, day: 24 },
      { year: 2031, month: 11, day: 24 },
    ],
    [
      { year: 1961, month: 11, day: 25 },
      { year: 2031, month: 11, day: 24 },
    ],
    [{ year: 1961, month: 11, day: 24 }, null],
    [{ year: 1905, month: 1, day: 1 }, null],
  ])('follows the age on the day of issue: born %j, until %j', (birthDate, until) => {
    expect(validUntil(harborCity, birthDate, today)).toEqual(until);
  });

  it('moves a 29 February to 1 March', () => {
    expect(
      validUntil(harborCity, { year: 1990, month: 1, day: 1 }, { year: 2028, month: 2, day: 29 }),
    ).toEqual({
      year: 2033,
      month: 3,
      day: 1,
    });
  });

  it('throws for a birth date after the issue, which no checked answer has', () => {
    expect(() => validUntil(harborCity, addYears(today, 1), today)).toThrow();
  });
});

describe('checkAge', () => {
  it('is silent in Harbor City and tells both ages elsewhere', () => {
    expect(checkAge(harborCity, today, today)).toBeNull();
    const fromThirteen = { ...harborCity, minimumAgeYears: 13 };
    expect(checkAge(fromThirteen, { year: 2013, month: 11, day: 24 }, today)).toBeNull();
    expect(checkAge(fromThirteen, { year: 2013, month: 11, day: 25 }, today)).toEqual({
      kind: 'too-young',
      age: 12,
      minimumAge: 13,
    });
  });
});

describe('cardDataFrom', () => {
  it('prints the answers, the number and the dates, and nothing of the documents', () => {
    const valid = checkAnswers(
      {
        ...emptyAnswers,
        name: 'Suharto',
        chosenName: 'Harto',
        gender: 'man',
        libraryNumber: '2345 6789',
        birthDay: '8',
        birthMonth: '6',
        birthYear: '1971',
        emergencyName: 'Tien',
        emergencyPhone: '555 0142',
        documents: ['passport', 'shelter-letter'],
      },
      harborCity.fields,
      today,
    );
    if (!valid.ok) {
      throw new Error('the example is valid');
    }
    expect(cardDataFrom(valid.value, harborCity, 'H7K2-9QRM-4T', today)).toEqual({
      ...noValues,
      number: 'H7K2-9QRM-4T',
      name: 'Suharto',
      chosenName: 'Harto',
      birthDate: { year: 1971, month: 6, day: 8 },
      gender: 'man',
      emergencyContact: { name: 'Tien', phone: '555 0142' },
      libraryNumber: '23456789',
      issuedOn: today,
      expiresOn: { year: 2031, month: 11, day: 24 },
    });
  });

  it('has nothing on the card of what the policy does not ask for, whatever is in the answers', () => {
    const answers = {
      ...{ ...emptyAnswers, name: 'Suharto', birthDay: '8', birthMonth: '6', birthYear: '1971' },
      ...{ gender: 'man', chosenName: 'Harto', libraryNumber: '2345 6789' },
      ...{ emergencyName: 'Tien', emergencyPhone: '555 0142' },
    };
    const cardUnder = (fields: typeof harborCity.fields) => {
      const valid = checkAnswers(answers, fields, today);
      if (!valid.ok) throw new Error('the example is valid');
      return cardDataFrom(valid.value, harborCity, 'H7K2-9QRM-4T', today);
    };
    expect(cardUnder(harborCity.fields)).toMatchObject({ gender: 'man', chosenName: 'Harto' });
    const fewer = harborCity.fields.filter(({ field }) => field !== 'gender' && field !== 'chosenName');
    expect(fewer).toHaveLength(harborCity.fields.length - 2);
    expect(cardUnder(fewer)).toMatchObject({ name: 'Suharto', gender: null, chosenName: null });
  });
});

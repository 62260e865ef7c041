import { expect, it } from 'vitest';
import { sealedAnswers, sealedCard } from './sealed-content.ts';

// No kiosk keeps a document's number or image, a status such as that of immigration, a criminal record, or a template of a
// face. What a name stands for no program can tell: whoever adds one here has asked whether it is any of these.

const ANSWERS: readonly string[] = [
  ...['name', 'birthDay', 'birthMonth', 'birthYear', 'gender', 'chosenName', 'libraryNumber'],
  ...['emergencyName', 'emergencyPhone', 'height', 'eyeColor', 'languages', 'medicalNote'],
  ...['veteran', 'organDonor'],
  // Kinds of documents, as the policy calls them.
  'documents',
  ...['route', 'language', 'fee'],
];

const CARD: readonly string[] = [
  ...['name', 'birthDate', 'gender', 'chosenName', 'libraryNumber', 'emergencyContact', 'height', 'eyeColor'],
  ...['languages', 'medicalNote', 'veteran', 'organDonor'],
  // The card's own.
  ...['number', 'issuedOn', 'expiresOn'],
];

/** Words that have no place in the name of anything that is kept of a person. */
const NEVER_KEPT =
  /passport|licen[cs]e|visa|immigra|citizen|national|status|criminal|convict|arrest|record|image|scan|template|biometric/i;

const answers = Object.keys(sealedAnswers.shape);
const card = Object.keys(sealedCard.shape.card.shape);

it('keeps of a person what is listed here, and nothing else', () => {
  expect(answers.toSorted()).toEqual(ANSWERS.toSorted());
  expect(card.toSorted()).toEqual(CARD.toSorted());
});

it('keeps nothing that is called like what no kiosk may have', () => {
  expect([...answers, ...card].filter((name) => NEVER_KEPT.test(name))).toEqual([]);
});

const FORBIDDEN = ['passportNumber', 'documentImage', 'immigrationStatus', 'criminalRecord', 'faceTemplate'];

it.each(FORBIDDEN)('would find %s', (name) => {
  expect(name).toMatch(NEVER_KEPT);
});

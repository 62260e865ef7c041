import type { TypedApplication } from '../../../build/kiosk/clerk.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';

/** A city that asks what New York and Chicago ask, and has its clerks say something. */
export function farshoreFrom(shipped: CompletePolicy): CompletePolicy {
  const [name, birthDate] = shipped.fields;
  if (name === undefined || birthDate === undefined) throw new Error('Harbor City asks for both');
  const optional = (field: CompletePolicy['fields'][number]['field'], en: string) =>
    ({ field, use: 'optional', label: { en } }) as const;
  return {
    ...shipped,
    id: 'farshore',
    card: { ...shipped.card, issuer: 'Farshore', barcode: 'none' },
    fields: [
      name,
      { ...birthDate, yearOnlyAllowed: true },
      {
        ...optional('gender', 'Gender'),
        choices: [{ en: 'Female' }, { en: 'Male' }, { en: 'X' }, { en: 'Not designated' }],
      },
      optional('height', 'Height'),
      { ...optional('eyeColor', 'Eye color'), choices: [{ en: 'Brown' }, { en: 'Green' }] },
      optional('languages', 'Languages spoken'),
      optional('medicalNote', 'Medical note'),
      optional('veteran', 'Veteran'),
      optional('organDonor', 'Organ donor'),
    ],
    notices: [
      {
        id: 'voluntary',
        at: 'before-answers',
        text: {
          en: 'Everything but name and birth date is voluntary. We keep no record: the application is erased when you have the card. Say so whenever you want to stop.',
        },
      },
      {
        id: 'not-for-travel',
        at: 'hand-over',
        text: { en: 'This card is not for air travel or for federal benefits.' },
      },
    ],
  };
}

/** Invented, with every field of that city. */
export const OTTILIE = {
  name: 'Ottilie Marrowfield',
  birthDay: '09',
  birthMonth: '04',
  birthYear: '1968',
  // In a list, letters choose.
  gender: 'Not',
  height: '5 ft 4 in',
  eyeColor: 'Gr',
  languages: 'English, ASL',
  medicalNote: 'Penicillin allergy',
  veteran: 'Yes',
  organDonor: 'Yes',
} as const satisfies TypedApplication;

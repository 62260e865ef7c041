import { writeFileSync } from 'node:fs';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import type { Policy } from '../../shared/programme/policy.ts';
import { done, type Outcome, refused } from '../outcome.ts';

const NOTES = {
  notes:
    'What each part is for. Delete a note once its part is done, or keep what your successor should know.',
  timeZone: 'Where your counters are: a name of the IANA database.',
  card: 'What every card says. Look at it with: npm run demo -- --policy FILE.',
  fields:
    'What is asked, in this order. "use" is "required", "optional" or "off". More fields, such as height, eye color, languages, a medical note, and marks for veterans and organ donors: see docs/policy.md. Gender and eye color may list "choices".',
  notices: 'What the clerk tells the applicant: add "notices" with "at" "before-answers" or "hand-over".',
  categories: 'How the documents are grouped on the clerk’s screen.',
  documents:
    'What a clerk may check off, what people usually carry first. docs/policy.md lists what may be said of each.',
  rule: 'What an applicant has to show. There are four shapes: see docs/policy.md.',
  minimumAgeYears: 'The youngest age that you serve; 0 for all.',
  validity:
    'For how many years a card is valid, by the age on the day it is issued; "never" for a card without an end.',
  feeCents:
    'What a card costs, in cents; 0 if it is free. Other amounts, by age or for a renewal, are in "fees"; who need not pay, in "waivers".',
  routes: 'Renewals, replacements and corrections, if you serve them: see docs/policy.md.',
  retention: 'After how many hours an application that nobody finishes is erased.',
  opening: 'The longest time that the counter is closed in an ordinary year, in hours.',
  hold: 'Whether an erasure that has begun goes on under a legal hold: "complete" or "stop". Ask counsel.',
} as const;

/** Where a city begins: a policy that checks clean but for what only the city can decide. */
export const start: Policy = {
  format: 1,
  id: 'your-city',
  version: 1,
  name: { en: 'Your City Municipal ID' },
  notes: NOTES,
  timeZone: 'America/Chicago',
  card: {
    issuer: 'Your City',
    title: 'Municipal ID',
    returnLine: 'Any library, or City Hall',
    accent: '#0B5C63',
    design: 'harbor',
    barcode: 'none',
    bleedMm: 0,
  },
  fields: [
    { field: 'name', use: 'required', label: { en: 'Name on the card' } },
    { field: 'birthDate', use: 'required', order: 'month-day-year', label: { en: 'Birth date' } },
    { field: 'gender', use: 'optional', label: { en: 'Gender' } },
    { field: 'chosenName', use: 'off', label: { en: 'Chosen name' } },
    { field: 'libraryNumber', use: 'off', label: { en: 'Library number' } },
    { field: 'emergencyContact', use: 'optional', label: { en: 'Emergency contact' } },
  ],
  categories: [
    { id: 'identity', name: { en: 'Identity' } },
    { id: 'residency', name: { en: 'Lives in the city' } },
  ],
  documents: [
    {
      id: 'passport',
      name: { en: 'Passport, any country' },
      category: 'identity',
      proves: ['identity', 'photo', 'birth-date'],
      copyAccepted: false,
      expiredToleranceYears: null,
    },
    {
      id: 'drivers-license',
      name: { en: 'Driver’s license' },
      category: 'identity',
      proves: ['identity', 'photo', 'birth-date'],
      copyAccepted: false,
    },
    {
      id: 'utility-bill',
      name: { en: 'Utility or phone bill' },
      category: 'residency',
      proves: ['residency'],
      copyAccepted: true,
      issuedWithinDays: null,
    },
    {
      id: 'shelter-letter',
      name: { en: 'Letter from a shelter' },
      category: 'residency',
      proves: ['residency'],
      copyAccepted: false,
      issuedWithinDays: null,
    },
  ],
  rule: { kind: 'coverage', required: ['photo', 'birth-date', 'residency'], oneDocumentMayProveMany: null },
  minimumAgeYears: null,
  validity: [
    { fromAge: 0, years: null },
    { fromAge: 14, years: null },
  ],
  feeCents: null,
  retention: { hours: null, endOfDay: true },
  opening: { longestNightHours: null },
  hold: { wipeBegun: 'complete' },
};

/** Writes the start of a policy into a new file. */
export function writeNew(path: string): Outcome {
  try {
    writeFileSync(path, `${JSON.stringify(start, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    if (error.code === 'EEXIST') return refused(`${path} is there already: nothing was written.`);
    return refused(`${path} cannot be written (${error.code}).`);
  }
  return done(`${path} was written. Next: npm run policy -- check ${path}`);
}

import { noValues } from '../application/fields.ts';
import type { CardData } from './card-data.ts';

/** An invented person: on test cards, and in tests of everything that takes a card. */
export const SAMPLE_CARD: CardData = {
  ...noValues,
  number: 'K7Q29MXT6K',
  name: 'Wilhelmina Featherstonehaugh-Okonkwo',
  chosenName: 'Billie',
  birthDate: { year: 1990, month: 3, day: 14 },
  gender: 'Non-binary',
  emergencyContact: { name: 'Thaddeus Okonkwo', phone: '+1 (555) 010-0123' },
  libraryNumber: '2 1998 00412 3345',
  issuedOn: { year: 2026, month: 11, day: 24 },
  expiresOn: { year: 2031, month: 11, day: 23 },
};

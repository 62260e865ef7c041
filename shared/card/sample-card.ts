import type { CardData, CardProgramme } from './card-data.ts';

/** An invented person, for tests of everything that takes a card. */
export const SAMPLE_CARD: CardData = {
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

/** The fictional programme that such a card belongs to. */
export const SAMPLE_PROGRAMME: CardProgramme = {
  issuer: 'Harbor City',
  title: 'Municipal ID',
  returnLine: 'Harbor City Hall, Office of Resident Services, 1 Quay Street, Harbor City',
  accent: '#0B5E63',
  design: 'harbor',
  barcode: { field: 'libraryNumber', symbology: 'code128' },
  bleedMm: 0,
};

import type { CardProgramme } from './card-data.ts';

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

import type { CompletePolicy } from './complete.ts';

/**
 * Harbor City: a fictional, complete programme for demonstrations and tests. Its rule and its validity are
 * modelled on CityKey as reported; everything else is invented.
 * Residency is seen, never written down: no document and no answer has a field for an address.
 */
export const harborCity: CompletePolicy = {
  format: 1,
  id: 'harbor-city',
  version: 1,
  name: 'Harbor City Municipal ID',
  card: {
    issuer: 'Harbor City',
    title: 'Municipal ID',
    returnLine: 'Any Harbor City library, or City Hall, 1\u00A0Quay\u00A0Street',
    accent: '#0B5C63',
    design: 'harbor',
    barcode: { field: 'libraryNumber', symbology: 'code128' },
    // Most printers of single cards stop at the edge.
    bleedMm: 0,
  },
  categories: [
    { id: 'identity', name: 'Identity' },
    { id: 'birth', name: 'Birth' },
    { id: 'residency', name: 'Lives in Harbor City' },
    { id: 'other', name: 'Other' },
  ],
  documents: [
    {
      id: 'passport',
      name: 'Passport, any country',
      category: 'identity',
      proves: ['identity', 'photo', 'birth-date'],
      expiredToleranceYears: 3,
    },
    {
      id: 'drivers-license',
      name: 'Driver’s license, any country',
      category: 'identity',
      proves: ['identity', 'photo', 'birth-date'],
    },
    {
      id: 'state-id',
      name: 'State or national ID card',
      category: 'identity',
      proves: ['identity', 'photo', 'birth-date'],
    },
    {
      id: 'consular-id',
      name: 'Consular ID card',
      category: 'identity',
      proves: ['identity', 'photo', 'birth-date'],
      expiredToleranceYears: 1,
    },
    {
      id: 'school-id',
      name: 'School or college ID with photo',
      category: 'identity',
      proves: ['identity', 'photo'],
    },
    {
      id: 'employer-id',
      name: 'Employer’s ID with photo',
      category: 'identity',
      proves: ['identity', 'photo'],
    },
    {
      id: 'birth-certificate',
      name: 'Birth certificate',
      category: 'birth',
      proves: ['identity', 'birth-date'],
    },
    {
      id: 'baptismal-record',
      name: 'Baptismal or other religious birth record',
      category: 'birth',
      proves: ['birth-date'],
    },
    {
      id: 'vaccination-record',
      name: 'Vaccination record with date of birth',
      category: 'birth',
      proves: ['birth-date'],
    },
    {
      id: 'lease-or-rent-receipt',
      name: 'Lease or rent receipt',
      category: 'residency',
      proves: ['residency'],
    },
    {
      id: 'utility-bill',
      name: 'Utility or phone bill',
      category: 'residency',
      proves: ['residency'],
    },
    {
      id: 'shelter-letter',
      name: 'Letter from a shelter',
      category: 'residency',
      proves: ['residency'],
    },
    {
      id: 'organization-letter',
      name: 'Letter from an organization that knows the person',
      category: 'residency',
      proves: ['residency'],
    },
    {
      id: 'school-enrollment-letter',
      name: 'School letter with date of birth',
      category: 'other',
      proves: ['birth-date', 'residency'],
    },
    {
      id: 'transit-card',
      name: 'Transit or discount card with photo',
      category: 'other',
      proves: ['photo'],
    },
  ],
  rule: {
    kind: 'coverage',
    required: ['photo', 'birth-date', 'residency'],
    oneDocumentMayProveMany: true,
  },
  minimumAgeYears: 0,
  validity: [
    { fromAge: 0, years: 2 },
    { fromAge: 14, years: 5 },
    { fromAge: 65, years: 'never' },
  ],
  feeCents: 0,
  retention: { hours: 8, endOfDay: true },
  // From Friday at four to Tuesday at ten, when Monday is a holiday.
  opening: { longestNightHours: 90 },
  hold: { wipeBegun: 'complete' },
};

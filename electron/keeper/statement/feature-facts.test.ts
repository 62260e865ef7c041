import { describe, expect, it } from 'vitest';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { jobsByPrinter, settingsOf, staffByRole, statedPrinter } from './feature-facts.ts';

describe('what a statement says of jobs', () => {
  it('is by printer: how many there were, and how many are not proven gone', () => {
    const jobs = [
      { printer: CARD_PRINTER, purged: 'purged' },
      { printer: CARD_PRINTER, purged: null },
      { printer: ORDINARY_PRINTER, purged: null },
    ] as const;
    expect(jobsByPrinter(jobs)).toEqual([
      { printer: { driver: 'ipp', address: CARD_PRINTER.address }, jobs: 2, open: 1 },
      { printer: { driver: 'ipp', address: ORDINARY_PRINTER.address }, jobs: 1, open: 1 },
    ]);
  });

  it('names a printer by its address alone', () => {
    expect(statedPrinter(CARD_PRINTER)).toEqual({ driver: 'ipp', address: CARD_PRINTER.address });
    expect(statedPrinter({ driver: 'virtual', secondsPerFace: 1, folder: '/nowhere' })).toEqual({
      driver: 'virtual',
      address: '',
    });
  });
});

it('staff are counted by role', () => {
  expect(staffByRole([{ role: 'clerk' }, { role: 'it' }, { role: 'clerk' }])).toEqual({
    ...{ clerk: 2, supervisor: 0, it: 1 },
  });
});

describe('the counter', () => {
  const set = {
    custody: 'memory',
    practice: false,
    timeZone: 'America/New_York',
    residents: 'off',
    newestOrder: 0,
    suspended: [],
  } as const;
  const day = { day: { year: 2026, month: 11, day: 24 } };

  it.each([
    ['is packed up', { day: null, packUp: { done: 1 } }, { counterDay: null, packUp: 'done' }],
    ['is being packed up', { day, packUp: { done: 0 } }, { counterDay: '2026-11-24', packUp: 'under-way' }],
    ['is neither', { day: null, packUp: null }, { counterDay: null, packUp: 'no' }],
  ])('%s', (_, kept, told) => {
    expect(settingsOf({ ...set, ...kept })).toEqual({ ...set, ...told });
  });
});

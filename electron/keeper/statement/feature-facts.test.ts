import { describe, expect, it } from 'vitest';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { CARD_PRINTER, ORDINARY_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import { fail } from '../../../shared/doctor/finding.ts';
import { createHolds } from '../holds/holds.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import {
  jobsByPrinter,
  settingsOf,
  staffByRole,
  statedDoctor,
  statedHold,
  statedPrinter,
} from './feature-facts.ts';

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

it('of the computer verdicts are stated, and that nobody has looked, or could', () => {
  const utc = '2026-11-24T13:00:00.000Z';
  expect(statedDoctor(null)).toEqual({ kind: 'not-run' });
  expect(statedDoctor({ kind: 'did-not-run', utc })).toEqual({ kind: 'could-not', utc: Date.parse(utc) });
  const report = examinedWith({ swap: fail('Swap on /dev/quillobert is not encrypted.', 'Turn it off.') });
  const stated = statedDoctor({ kind: 'ran', report });
  if (stated.kind !== 'ran') throw new Error('not stated');
  expect(stated.utc).toBe(Date.parse(utc));
  expect(stated.checks).toHaveLength(report.checks.length);
  expect(stated.checks.filter(({ verdict }) => verdict !== 'pass')).toEqual([
    { check: 'swap', verdict: 'fail' },
  ]);
  expect(JSON.stringify(stated)).not.toContain('quillobert');
});

it('a hold is stated as it was when it was set, also where a later one has sealed a key and a power cut took another', () => {
  const vault = newVault();
  const holds = createHolds({ database: vault.database, kiosk: vault.kiosk }, () => ({
    wipeBegun: 'complete',
  }));
  const [kept, lost] = [begin(vault, '2026-11-24', 1).id, begin(vault, '2026-11-24', 1).id];
  const by = { scope: 'tickets', reason: 'subpoena', by: 'Marisol Tidewater' } as const;
  holds.set({ ...by, since: 1, applications: [kept, lost] });
  holds.noteSealed(holds.set({ ...by, since: 2, applications: [kept] }), kept);
  vault.remove(lost);
  holds.disown(lost);
  expect(holds.all().map(statedHold)).toMatchObject([
    { frozen: 2, unsealed: 2 },
    { frozen: 1, unsealed: 0 },
  ]);
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

import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { type HealthRecord, healthText } from '../../shared/health/health-record.ts';
import { newKioskKey, recordOf } from './record.test-support.ts';
import { fleetStatus } from './status.ts';

const NOW = Date.UTC(2026, 10, 25, 8);
const [ONE, TWO] = ['0f'.repeat(16), '1e'.repeat(16)];
const [KEY, OTHER_KEY] = [newKioskKey(), newKioskKey()];
const first = (sequence: number, change: Partial<HealthRecord> = {}) =>
  recordOf({ kiosk: ONE, key: KEY, sequence }, change);

/** A folder with these files; what is no text is a record. */
function folderWith(files: Readonly<Record<string, HealthRecord | string>>): string {
  const folder = workingFolder();
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), typeof content === 'string' ? content : healthText(content));
  }
  return folder;
}

const statusOf = (folder: string, csv: string | null = null, days = 7) =>
  fleetStatus({ folder, csv, days }, NOW);
/** The cells of each row of the table, without its heading. */
const rowsOf = (say: string): readonly (readonly string[])[] =>
  say
    .split('\n')
    .filter((line) => line.startsWith('| '))
    .slice(1)
    .filter((line) => !line.startsWith('| -'))
    .map((line) =>
      line
        .split('|')
        .slice(1, -1)
        .map((cell) => cell.trim()),
    );

const DOCTOR = { kind: 'ran', utc: '2026-11-24T09:00:00.000Z' } as const;
const FAILED = {
  ...{ ...DOCTOR, exitCode: 2 },
  checks: [
    ['swap', 'fail'],
    ['clock', 'fail'],
    ['network', 'warn'],
    ['tpm', 'not-run'],
  ],
} satisfies HealthRecord['doctor'];

describe('the table', () => {
  it('has a row for each counter, of its newest record, wherever that came from', () => {
    const closed = {
      ...{ atOpening: 480, added: 0, issued: 31, spoiled: 1, unaccounted: 0, testCards: 1 },
      ...{ waiting: 0, printedBefore: 0, expected: 447 },
      ...{ day: '2026-11-24', closed: { counted: 446, difference: 'missing' as const } },
    };
    const folder = folderWith({
      'counterfoil-health-0f0f0f0f-2026-11-23-900-000000000000.json': first(900),
      'counter-017/var/lib/counterfoil/health.json': first(1204, {
        ...{ blanks: closed, ribbon: { fittedSince: '2026-11-20', held: 2 } },
      }),
      'note.json': 'not a record',
    });
    const { code, say } = statusOf(folder);
    expect(rowsOf(say)).toEqual([
      [
        ...['Harbor Library 1 (0f0f0f0f)', '0.1.0', 'harbor-city 3 (abababab)', 'in order'],
        ...['446, −1 missing', 'since 2026-11-20, 2 kept', '1204 (12045555)', '0 days'],
      ],
    ]);
    expect([code, say.split('\n').at(-1)]).toEqual([0, '1 counter, 0 of them red.']);
  });

  it('has the worst first, and says by its code that something is red', () => {
    const named = (name: string, digit: string, change: Partial<HealthRecord>) => {
      const kiosk = digit.repeat(32);
      return recordOf({ kiosk, key: KEY, sequence: 7 }, { kiosk: { identifier: kiosk, name }, ...change });
    };
    const folder = folderWith({
      'a/health.json': named('Good', '1', {}),
      'b/health.json': named('Warned', '2', {
        doctor: { ...DOCTOR, exitCode: 1, checks: [['network', 'warn']] },
      }),
      'c/health.json': named('Failed', '3', { doctor: FAILED }),
      'd/health.json': named('Unknown', '4', { doctor: { kind: 'not-run' } }),
      'e/health.json': named('Old', '5', { utc: '2026-11-10T18:00:00.000Z' }),
      'f/health.json': named('Ahead', '6', {
        utc: '2026-12-24T18:00:00.000Z',
        doctor: { ...DOCTOR, utc: '2026-12-24T09:00:00.000Z', exitCode: 0, checks: [['swap', 'pass']] },
      }),
    });
    const { code, say } = statusOf(folder);
    const rows = rowsOf(say);
    expect(rows.map(([kiosk = '']) => kiosk.split(' ')[0])).toEqual([
      ...['Failed', 'Unknown', 'Ahead', 'Old', 'Warned', 'Good'],
    ]);
    expect(rows.map((cells) => cells[3]).slice(0, 2)).toEqual([
      'FAIL: swap, clock; warn: network; not run: tpm',
      'NOT RUN',
    ]);
    expect(rows.map((cells) => cells[7]).slice(2, 4)).toEqual(['29 days AHEAD', '14 days OLD']);
    expect([code, say.split('\n').at(-1)]).toEqual([1, '6 counters, 4 of them red.']);
    // A warning alone is nothing that somebody has to come for.
    const warned = named('Warned', '2', {
      doctor: { ...DOCTOR, exitCode: 1, checks: [['network', 'warn']] },
    });
    expect(statusOf(folderWith({ 'b/health.json': warned })).code).toBe(0);
  });

  it.each<[string, HealthRecord['doctor'], string, number]>([
    ['nobody could check', { kind: 'could-not', utc: '2026-11-24T09:00:00.000Z' }, 'COULD NOT RUN', 1],
    [
      'was last checked more than two days before its record',
      { ...DOCTOR, utc: '2026-11-20T09:00:00.000Z', exitCode: 0, checks: [['swap', 'pass']] },
      'in order; 4 days OLD',
      1,
    ],
    [
      'was last checked within two days',
      { ...DOCTOR, utc: '2026-11-22T18:00:00.000Z', exitCode: 0, checks: [['swap', 'pass']] },
      'in order',
      0,
    ],
  ])('says in its own cell of a computer that it %s', (_what, doctor, cell, red) => {
    const { code, say } = statusOf(folderWith({ 'a/health.json': first(7, { doctor }) }));
    expect(rowsOf(say).map((cells) => cells[3])).toEqual([cell]);
    expect([code, say.split('\n').at(-1)]).toEqual([red, `1 counter, ${red} of them red.`]);
  });

  it('marks no head where an earlier record has the time of a clock that was ahead, and was set right since', () => {
    const ahead = first(8, { utc: '2027-02-01T18:00:00.000Z' });
    const { code, say } = statusOf(folderWith({ 'a/health.json': first(9), 'b/health.json': ahead }));
    expect(rowsOf(say).map((cells) => cells[6])).toEqual(['9 (95555555)']);
    expect(code).toBe(0);
  });

  it.each([
    ['FORKED', [first(7), recordOf({ kiosk: ONE, key: KEY, sequence: 7, fork: '6' })]],
    ['SIGNED BY AN OLD KEY', [first(7), recordOf({ kiosk: ONE, key: OTHER_KEY, sequence: 8 }), first(9)]],
    ['WENT BACK', [first(9), first(8, { utc: '2026-11-24T20:00:00.000Z' })]],
    ['CONTRADICTED', [first(7), first(7, { doctor: FAILED })]],
  ])('marks a head that is %s', (fault, records) => {
    const folder = folderWith(
      Object.fromEntries(records.map((record, place) => [`${place}/health.json`, record])),
    );
    const { code, say } = statusOf(folder);
    expect(rowsOf(say).map((cells) => cells[6]?.replace(/^\d+ \(\w+\) /, ''))).toEqual([fault]);
    expect(code).toBe(1);
  });

  it('takes no word of a file for its own', () => {
    const record = first(7, { kiosk: { identifier: ONE, name: 'A | B\u001b[2J\n| C' } });
    const { say } = statusOf(folderWith({ 'a/health.json': record }));
    expect(rowsOf(say)).toHaveLength(1);
    expect(rowsOf(say)[0]).toHaveLength(8);
    expect(say).not.toContain('\u001b');
  });
});

describe('a file', () => {
  it.each<[string, string]>([
    ['it is damaged', healthText(first(7)).slice(0, 300)],
    ['it is damaged', JSON.stringify({ ...first(7), applicant: 'Zephyrina Vandersloot' })],
    ['it is damaged', '[]'],
    ['it is too large', ' '.repeat(70_000)],
    [
      'a newer release wrote it: take that release’s npm run fleet',
      JSON.stringify({ ...first(7), schema: 2, more: 1 }),
    ],
    [
      'its head isn’t signed by this kiosk: it was changed',
      healthText({ ...first(7), head: { ...first(7).head, sequence: 8 } }),
    ],
    [
      'its head isn’t signed by this kiosk: it was changed',
      healthText({ ...first(7), kiosk: { identifier: TWO, name: 'Another' } }),
    ],
  ])('is named in a line of its own: %s', (why, text) => {
    const folder = folderWith({ 'a/health.json': text, 'b/health.json': first(7) });
    const { code, say } = statusOf(folder);
    expect(say.split('\n')).toContain(`a/health.json: ${why}.`);
    expect([code, rowsOf(say).length]).toEqual([1, 1]);
  });

  it('that is there twice is named, and is nothing bad', () => {
    const folder = folderWith({ 'a/health.json': first(7), 'b/health.json': first(7) });
    const { code, say } = statusOf(folder);
    expect(say.split('\n')).toContain('b/health.json: the same record as a/health.json.');
    expect([code, rowsOf(say).length]).toEqual([0, 1]);
  });

  it('behind a link is none', () => {
    const elsewhere = folderWith({ 'x/health.json': first(7) });
    const folder = folderWith({ 'a/health.json': first(7) });
    symlinkSync(join(elsewhere, 'x'), join(folder, 'linked'));
    symlinkSync(join(elsewhere, 'x', 'health.json'), join(folder, 'a', 'counterfoil-health-kiosk-1.json'));
    const { say } = statusOf(folder);
    expect(say).not.toContain('the same record');
    expect(rowsOf(say)).toHaveLength(1);
  });
});

describe('the table of all counters', () => {
  const CSV =
    'kiosk,host,supervisors,clerks\nHarbor Library 1,counter-017,,\nHarbor Library 2,counter-018,,\n';

  it('tells which of them has no record', () => {
    const csv = join(folderWith({ 'counters.csv': CSV }), 'counters.csv');
    const { code, say } = statusOf(folderWith({ 'drive/health.json': first(7) }), csv);
    expect(say.split('\n')).toContain('No record of Harbor Library 2 (counter-018).');
    expect([code, say.includes('No record of Harbor Library 1')]).toEqual([1, false]);
    // By the name of its computer, as configuration management puts it there.
    const both = folderWith({ 'drive/health.json': first(7), 'counter-018/health.json': first(8) });
    expect(statusOf(both, csv).code).toBe(0);
  });

  it('with a fault, or a folder without records, makes none', () => {
    const folder = folderWith({ 'a/health.json': first(7), 'counters.csv': 'kiosk\n' });
    expect(statusOf(folder, join(folder, 'counters.csv'))).toMatchObject({
      ...{ code: 2, say: expect.stringContaining('counters.csv:1:1: ') },
    });
    expect(statusOf(folder, join(folder, 'gone.csv'))).toMatchObject({ code: 2 });
    const latin = join(folder, 'latin.csv');
    writeFileSync(latin, Buffer.from(CSV.replace('Library 1', 'Ágora'), 'latin1'));
    expect(statusOf(folder, latin)).toMatchObject({ code: 2, say: expect.stringContaining('UTF-8') });
    expect(statusOf(folderWith({ 'note.txt': '' }))).toMatchObject({ code: 2 });
    expect(statusOf(join(folder, 'gone'))).toMatchObject({ code: 2 });
  });
});

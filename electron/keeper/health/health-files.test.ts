import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { policyHash } from '../../../shared/contract/ids.ts';
import { type HealthRecord, healthRecord } from '../../../shared/health/health-record.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { kindOfExport } from '../disk/export-names.ts';
import { createHealthFiles } from './health-files.ts';

const DAY = { kind: 'not-counted', counts: { issued: 0, spoiled: 0, wiped: 0 } } as const;

/** A record whose head is the entry of this number. */
function record(sequence: number): HealthRecord {
  const kiosk = '0f'.repeat(16);
  return {
    ...{ schema: 1, utc: '2026-11-24T18:00:00.000Z', kiosk: { identifier: kiosk, name: 'Counter 3' } },
    ...{ program: null, use: 'residents', version: '0.1.0' },
    policy: { id: 'harbor-city', version: 1, hash: policyHash.parse('ab'.repeat(32)) },
    ...{ doctor: { kind: 'not-run' }, blanks: null, ribbon: { fittedSince: null, held: 0 } },
    head: {
      ...{ format: 'counterfoil checkpoint 1', kiosk, sequence, hash: `${sequence}`.padStart(64, 'a') },
      ...{ signature: Buffer.alloc(64).toString('base64'), publicKey: Buffer.alloc(44).toString('base64') },
    },
  };
}

function stage(exportFolder: string | null, dataFolder = workingFolder()) {
  const said: string[] = [];
  const bugs: unknown[] = [];
  let sequence = 7;
  const tells: { record: () => HealthRecord } = { record: () => record(sequence++) };
  const files = createHealthFiles({
    record: () => tells.record(),
    clock: testClock({ now: Date.UTC(2026, 10, 24, 18) }),
    ...{ dataFolder, exportFolder },
    say: (line) => void said.push(line),
    onBug: (_where, error) => void bugs.push(error),
  });
  const kept = () => healthRecord.parse(JSON.parse(readFileSync(join(dataFolder, 'health.json'), 'utf8')));
  return { files, dataFolder, said, bugs, tells, kept };
}

it('is written whole in the data folder and on the drive; the next one takes its place here, and stands beside it there', () => {
  const drive = workingFolder();
  const { files, dataFolder, said, kept } = stage(drive);
  const name = (sequence: number) =>
    `counterfoil-health-0f0f0f0f-2026-11-24-${sequence}-${'a'.repeat(12)}.json`;
  expect(files.write(DAY)).toEqual({ kind: 'saved', file: name(7) });
  expect(files.write(DAY)).toEqual({ kind: 'saved', file: name(8) });
  expect(readdirSync(drive).toSorted()).toEqual([name(7), name(8)]);
  expect(readdirSync(drive).map(kindOfExport)).toEqual(['health-record', 'health-record']);
  expect(readdirSync(dataFolder)).toEqual(['health.json']);
  expect(kept().head.sequence).toBe(8);
  expect(JSON.parse(readFileSync(join(drive, name(8)), 'utf8'))).toEqual(kept());
  expect(said).toEqual([]);
});

it.each([
  ['is not set', (): string | null => null, 'no-drive'],
  ['is not plugged in', (): string | null => join(workingFolder(), 'gone'), 'no-drive'],
  ['takes no file', (): string | null => join(workingFolder(), 'x'.repeat(300)), 'failed'],
] as const)('where the drive %s, the computer has it all the same, and that is told', (_what, drive, why) => {
  const { files, kept, said } = stage(drive());
  expect(files.write(DAY)).toEqual({ kind: 'not-saved', why });
  expect([kept().head.sequence, said]).toEqual([7, []]);
});

it('where the data folder takes none, the drive has it, and the log says why', () => {
  const [drive, dataFolder] = [workingFolder(), workingFolder()];
  const { files, said } = stage(drive, dataFolder);
  rmSync(dataFolder, { recursive: true });
  expect(files.write(DAY)).toMatchObject({ kind: 'saved' });
  expect(said).toEqual(['The health record can’t be written to the data folder (missing).']);
});

it('where the kiosk can’t tell it, none is written, and that is reported', () => {
  const drive = workingFolder();
  const { files, dataFolder, bugs, tells } = stage(drive);
  const broken = new Error('disk I/O error');
  tells.record = () => {
    throw broken;
  };
  expect(files.write(DAY)).toEqual({ kind: 'not-saved', why: 'failed' });
  expect(bugs).toEqual([broken]);
  expect([readdirSync(dataFolder), readdirSync(drive)]).toEqual([[], []]);
});

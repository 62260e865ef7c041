import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { err, ok } from '../../../shared/result.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { refusalOfDrive, saveExport } from './save-export.ts';

const FILE = 'counterfoil-ledger-kiosk-2026-11-24-7.csv';
const NO_DRIVE = { kind: 'no-export-folder' } as const;

it('a drive that is gone is told as one that nobody plugged in; one that takes no file, as the drive', () => {
  const folder = workingFolder();
  expect([refusalOfDrive(folder), saveExport(folder, FILE, ['x'])]).toEqual([null, ok({ file: FILE })]);
  expect(readdirSync(folder)).toEqual([FILE]);
  // The last: a folder for drives, and none is mounted there.
  for (const gone of [null, join(folder, 'gone'), '/media'])
    expect([refusalOfDrive(gone), saveExport(gone, FILE, ['x'])]).toEqual([NO_DRIVE, err(NO_DRIVE)]);
  const failing = join(folder, 'x'.repeat(300));
  const refusal = { kind: 'file-not-saved', why: 'failed' } as const;
  expect([refusalOfDrive(failing), saveExport(failing, FILE, ['x'])]).toEqual([refusal, err(refusal)]);
});

it('what its content throws is no fault of the drive', () => {
  const folder = workingFolder();
  writeFileSync(join(folder, FILE), 'older');
  function* broken(): Generator<string> {
    yield 'half of it';
    throw new Error('an entry of the ledger cannot be read');
  }
  expect(() => saveExport(folder, FILE, broken())).toThrow('cannot be read');
  expect(readdirSync(folder)).toEqual([FILE]);
});

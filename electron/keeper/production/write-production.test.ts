import {
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { writeProduction } from './write-production.ts';

/** A drive that takes so many bytes more, and then is full. */
function withRoom(room: number) {
  let left = room;
  return {
    fill: () => {
      left = 7;
    },
    write(file: number, content: Uint8Array, at: number, length: number): number {
      if (left <= 0) throw Object.assign(new Error('full'), { code: 'ENOSPC', syscall: 'write' });
      const taken = writeSync(file, content, at, Math.min(length, left));
      left -= taken;
      return taken;
    },
  };
}

const FILE = 'counterfoil-record-0f1e2d3c-9f1c9f1c9f1c.age';
const MANIFEST = FILE.replace('.age', '.json');
const SEALED = Buffer.from('age-encryption.org/v1 and ciphertext');

function stick(): string {
  return mkdtempSync(join(workingFolder(), 'stick-'));
}

it('nothing of the person is on the drive before the ledger was told; then both files are, whole', () => {
  const folder = stick();
  const written = writeProduction(folder, FILE, SEALED, () => {
    const there = readdirSync(folder);
    expect(there.sort()).toEqual([`${FILE}.unfinished`, `${MANIFEST}.unfinished`]);
    for (const each of there) expect(readFileSync(join(folder, each)).every((byte) => byte === 0)).toBe(true);
    expect(statSync(join(folder, `${FILE}.unfinished`)).size).toBe(SEALED.byteLength);
    return '{"signed":true}\n';
  });
  expect(written).toEqual({ ok: true, value: { manifest: MANIFEST } });
  expect(readdirSync(folder).sort()).toEqual([FILE, MANIFEST]);
  expect(readFileSync(join(folder, FILE))).toEqual(SEALED);
  expect(readFileSync(join(folder, MANIFEST), 'utf8')).toBe('{"signed":true}\n');
  expect(statSync(join(folder, FILE)).mode & 0o777).toBe(0o600);
});

it('a full drive refuses before the ledger is told, and has nothing', () => {
  const folder = stick();
  const record = vi.fn(() => '');
  for (const room of [0, 10, SEALED.byteLength + 100]) {
    const written = writeProduction(folder, FILE, SEALED, record, withRoom(room).write);
    expect(written).toEqual({ ok: false, error: 'full' });
  }
  expect(record).not.toHaveBeenCalled();
  expect(readdirSync(folder)).toEqual([]);
});

it('a drive that is pulled out after that has nothing that looks whole', () => {
  const folder = stick();
  const pulled = writeProduction(folder, FILE, SEALED, () => {
    rmSync(folder, { recursive: true });
    return '';
  });
  expect(pulled).toEqual({ ok: false, error: 'incomplete' });
  // It fails while the package is written: neither file has its name.
  const other = stick();
  const drive = withRoom(100_000);
  const record = () => {
    drive.fill();
    return '';
  };
  const failed = writeProduction(other, FILE, SEALED, record, drive.write);
  expect(failed).toEqual({ ok: false, error: 'incomplete' });
  expect(readdirSync(other)).toEqual([]);
  expect(writeProduction(folder, FILE, SEALED, () => '')).toEqual({ ok: false, error: 'failed' });
});

it('what the ledger does not take leaves nothing', () => {
  const folder = stick();
  expect(() =>
    writeProduction(folder, FILE, SEALED, () => {
      throw new Error('the vault took no write');
    }),
  ).toThrow('the vault took no write');
  expect(readdirSync(folder)).toEqual([]);
});

it('a link that waits there leads nowhere', () => {
  const folder = stick();
  const target = join(workingFolder(), 'target');
  writeFileSync(target, 'as it was');
  symlinkSync(target, join(folder, `${FILE}.unfinished`));
  const record = vi.fn(() => '');
  expect(writeProduction(folder, FILE, SEALED, record)).toEqual({ ok: false, error: 'failed' });
  expect(record).not.toHaveBeenCalled();
  expect(readFileSync(target, 'utf8')).toBe('as it was');
});

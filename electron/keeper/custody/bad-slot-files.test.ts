import { execFileSync } from 'node:child_process';
import { chmodSync, chownSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { snapshotOf } from '../database/temporary-files.test-support.ts';
import { runActs } from './acts.test-support.ts';
import { openedCustody, slotPathOfTest, unlockedCustody } from './custody.test-support.ts';
import { openCustody } from './custody.ts';
import { randomKey } from './guarded.ts';
import { id } from './sample.test-support.ts';
import { layUsedSlot, SLOT_BYTES } from './slot.ts';

function refused(slotPath: string): unknown {
  const before = snapshotOf(dirname(slotPath));
  const opened = openCustody({ slotPath, live: new Set() });
  expect(snapshotOf(dirname(slotPath))).toEqual(before);
  return opened.ok ? 'opened' : opened.error;
}

describe.runIf(process.platform === 'linux')('a slot file that is none', () => {
  it.each([1, 4095, 4097, 10_000])('%d bytes', (bytes) => {
    const path = slotPathOfTest();
    writeFileSync(path, Buffer.alloc(bytes));
    expect(refused(path)).toEqual({ kind: 'wrong-size', bytes });
  });

  it('a folder, a link, a pipe', () => {
    const [folder, link, pipe] = [slotPathOfTest(), slotPathOfTest(), slotPathOfTest()];
    mkdirSync(folder);
    writeFileSync(join(dirname(link), 'target'), '');
    symlinkSync('target', link);
    execFileSync('mkfifo', [pipe]);
    for (const path of [folder, link, pipe]) expect(refused(path)).toEqual({ kind: 'not-a-file' });
  });

  it('another file of a fitting size, also behind slots of ours', () => {
    const path = slotPathOfTest();
    writeFileSync(path, Buffer.alloc(2 * SLOT_BYTES, 'minutes of a meeting '));
    expect(refused(path)).toEqual({ kind: 'foreign' });
    const page = Buffer.alloc(SLOT_BYTES);
    layUsedSlot(page, { slot: 0, application: id(1) }, { key: randomKey(), deviceKey: randomKey() });
    writeFileSync(path, Buffer.concat([page, Buffer.alloc(SLOT_BYTES, 'minutes of a meeting ')]));
    expect(refused(path)).toEqual({ kind: 'foreign' });
  });

  it('a later version, and two slots of one application', () => {
    const path = slotPathOfTest();
    const page = Buffer.alloc(SLOT_BYTES);
    layUsedSlot(page, { slot: 0, application: id(1) }, { key: randomKey(), deviceKey: randomKey() });
    writeFileSync(path, Buffer.concat([page, page]));
    expect(refused(path)).toEqual({ kind: 'two-slots' });
    page[4] = 9;
    writeFileSync(path, page);
    expect(refused(path)).toEqual({ kind: 'newer' });
  });

  it('an empty file, and slots of zeros, are what a power cut leaves of growing: they are taken', () => {
    const path = slotPathOfTest();
    writeFileSync(path, '');
    expect(unlockedCustody(path).create(id(1), 'sealed').ok).toBe(true);
    writeFileSync(path, Buffer.alloc(SLOT_BYTES));
    const custody = unlockedCustody(path);
    expect(custody.create(id(2), 'sealed').ok).toBe(true);
    expect(readFileSync(path).length).toBe(SLOT_BYTES);
  });

  it('something that came up in its place since the start is not written over', () => {
    const path = slotPathOfTest();
    const custody = unlockedCustody(path);
    writeFileSync(path, 'minutes of a meeting');
    const failure = { kind: 'unwritable', code: 'EEXIST' };
    expect(custody.create(id(1), 'sealed')).toEqual({ ok: false, error: failure });
    expect(custody.has(id(1))).toBe(false);
    expect(readFileSync(path, 'utf8')).toBe('minutes of a meeting');
  });

  it('a folder that is gone is unknown, not an end of the process', () => {
    const custody = openedCustody(join(slotPathOfTest(), 'nowhere', 'keys.slots'));
    const reason = { kind: 'unknown-file-system', fileSystem: 'unknown' };
    expect(custody.sealable()).toEqual({ ok: false, error: reason });
  });

  it.each([
    ['for reading only', 0o400],
    ['not even for reading', 0o000],
  ])('a file %s', async (_name, mode) => {
    const path = slotPathOfTest();
    writeFileSync(path, Buffer.alloc(SLOT_BYTES));
    // Permissions do not bind the superuser: then somebody else must be the opener.
    const nobody = process.getuid?.() === 0 ? 65_534 : undefined;
    if (nobody !== undefined) for (const name of [dirname(path), path]) chownSync(name, nobody, nobody);
    chmodSync(path, mode);
    const before = snapshotOf(dirname(path));
    const told = await runActs(path, ['open'], nobody === undefined ? {} : { uid: nobody });
    expect(told).toEqual([
      { act: 'open', outcome: { ok: false, error: { kind: 'unwritable', code: 'EACCES' } } },
    ]);
    expect(snapshotOf(dirname(path))).toEqual(before);
  });
});

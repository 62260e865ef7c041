import { describe, expect, it } from 'vitest';
import { sample } from '../../../tests/support/sample.ts';
import { canInject, runActs } from './acts.test-support.ts';
import { slotPathOfTest, unlockedCustody } from './custody.test-support.ts';
import { id } from './sample.test-support.ts';

/** Outcomes alone, without keys. */
async function outcomes(slotPath: string, inject: string, acts: readonly string[]): Promise<unknown[]> {
  const told = await runActs(slotPath, acts, { fault: { inject } });
  expect(told.map(({ act }) => act)).toEqual(acts);
  return told.map(({ outcome }) => outcome);
}

const refused = (code: string): unknown =>
  expect.objectContaining({ ok: false, error: { kind: 'unwritable', code } });
const fine = expect.objectContaining({ ok: true });
const nothing = { kind: null, open: false };
const start = ['open', 'unlock'];
const started = [{ ok: true }, { opened: 0, damaged: [] }];

describe.runIf(canInject)('a disk that fails', () => {
  const AT_A_KEY = [
    ['making room', 'ftruncate:error=ENOSPC:when=1', 'ENOSPC'],
    ['preparing the slot', 'pwrite64:error=ENOSPC:when=1', 'ENOSPC'],
    ['making the name durable', 'fsync:error=EIO:when=1', 'EIO'],
    ['writing the key', 'pwrite64:error=EIO:when=2', 'EIO'],
    ['writing all of the key', 'pwrite64:retval=100:when=2', 'differs'],
    ['making the key durable', 'fdatasync:error=EIO:when=2', 'EIO'],
    ['giving back what was written', 'pread64:retval=4096:when=2', 'differs'],
  ] as const;
  it.each(sample(AT_A_KEY, 0))(
    'while %s: there is no key, and the next attempt succeeds',
    async (_name, inject, code) => {
      const acts = [...start, 'create 1', 'read 1', 'create 1', 'read 1'];
      const told = await outcomes(slotPathOfTest(), inject, acts);
      expect(told).toEqual([...started, refused(code), nothing, fine, { kind: 'sealed', open: true }]);
    },
  );

  it('and does not let the failed key be overwritten either: it counts as something to destroy', async () => {
    const path = slotPathOfTest();
    const acts = [...start, 'create 1', 'read 1', 'destroy 1', 'read 1', 'destroy 1', 'read 1', 'create 2'];
    const told = await outcomes(path, 'fdatasync:error=EIO:when=2..4', acts);
    const remnant = { kind: 'sealed', open: false };
    expect(told).toEqual([...started, refused('EIO'), remnant, false, remnant, true, nothing, fine]);
  });

  it('while a key is sealed: it stays in memory', async () => {
    const acts = [...start, 'create-memory 1', 'seal 1', 'read 1', 'seal 1', 'read 1'];
    const told = await outcomes(slotPathOfTest(), 'fdatasync:error=EIO:when=2..3', acts);
    const [inMemory, sealed] = [
      { kind: 'memory', open: true },
      { kind: 'sealed', open: true },
    ];
    expect(told).toEqual([...started, fine, refused('EIO'), inMemory, fine, sealed]);
  });

  const AT_ITS_END = [
    ['writing', 'pwrite64:error=EIO:when=3'],
    ['syncing', 'fdatasync:error=EIO:when=3'],
    ['reading back', 'pread64:retval=4096:when=3'],
  ] as const;
  it.each(sample(AT_ITS_END, 0))(
    'while a key is destroyed (%s): not proven, and nobody opens it any more',
    async (_name, inject) => {
      const acts = [...start, 'create 1', 'destroy 1', 'read 1', 'destroy 1', 'read 1'];
      const told = await outcomes(slotPathOfTest(), inject, acts);
      expect(told).toEqual([...started, fine, false, { kind: 'sealed', open: false }, true, nothing]);
    },
  );

  it('while a locked key is destroyed: the device key does not bring it back', async () => {
    const path = slotPathOfTest();
    const custody = unlockedCustody(path);
    custody.create(id(1), 'sealed');
    custody.create(id(2), 'sealed');
    custody.close();
    const acts = ['open', 'destroy 1', 'unlock', 'read 1', 'read 2', 'destroy 1', 'read 1'];
    expect(await outcomes(path, 'pwrite64:error=EIO:when=1', acts)).toEqual([
      { ok: true },
      false,
      { opened: 1, damaged: [] },
      { kind: 'sealed', open: false },
      { kind: 'sealed', open: true },
      true,
      nothing,
    ]);
  });

  it('while leftovers are overwritten: the custody does not open', async () => {
    const path = slotPathOfTest();
    const custody = unlockedCustody(path);
    custody.create(id(9), 'sealed');
    custody.close();
    expect(await outcomes(path, 'fdatasync:error=EIO:when=1', ['open'])).toEqual([refused('EIO')]);
    expect(await outcomes(path, 'fdatasync:error=EIO:when=9', ['open'])).toEqual([fine]);
  });
});

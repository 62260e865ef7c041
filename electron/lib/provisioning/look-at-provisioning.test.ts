import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { lookAtProvisioning, whyUnsettled } from './look-at-provisioning.ts';

/** A folder of settings, there or not. */
function place() {
  const folder = join(workingFolder(), 'etc');
  mkdirSync(folder);
  return { folder, settings: join(folder, 'settings.toml') };
}

/** Puts a record there as a provisioning does: a new file, in one step. */
function putRecord(folder: string, text = '{}'): void {
  writeFileSync(join(folder, 'next'), text);
  renameSync(join(folder, 'next'), join(folder, 'provisioned.json'));
}

it('where nothing was ever provisioned all is settled, also where there is no folder of settings', () => {
  const { settings } = place();
  expect(lookAtProvisioning(settings)).toEqual({ kind: 'settled', record: null });
  expect(lookAtProvisioning('/nowhere/settings.toml')).toEqual({ kind: 'settled', record: null });
  expect(whyUnsettled(settings, null)).toBeNull();
});

it('the mark says that one is being put in place, and a folder without it says nothing', () => {
  const { folder, settings } = place();
  const next = join(folder, 'provisioning.next');
  mkdirSync(next);
  expect(whyUnsettled(settings, null)).toBeNull();
  writeFileSync(join(next, 'ready'), '');
  const marked = { kind: 'unfinished-provisioning', why: 'marked', path: join(next, 'ready') };
  expect(lookAtProvisioning(settings)).toMatchObject(marked);
  expect(whyUnsettled(settings, null)).toMatchObject(marked);
  rmSync(next, { recursive: true });
  writeFileSync(next, 'no folder');
  expect(whyUnsettled(settings, null)).toBeNull();
});

it('a record is named by the file that it is: the same words put there anew are another one', () => {
  const { folder, settings } = place();
  putRecord(folder);
  const look = lookAtProvisioning(settings);
  if (look.kind !== 'settled') throw new Error(look.kind);
  expect(look.record).toMatch(/^\d+ \d+$/);
  expect(whyUnsettled(settings, look.record)).toBeNull();
  const changed = { why: 'changed', path: join(folder, 'provisioned.json') };
  expect(whyUnsettled(settings, null)).toMatchObject(changed);
  // Held open by a second name, so that the next file can't be given the same number.
  renameSync(join(folder, 'provisioned.json'), join(folder, 'before'));
  putRecord(folder);
  expect(whyUnsettled(settings, look.record)).toMatchObject(changed);
  rmSync(join(folder, 'provisioned.json'));
  expect(whyUnsettled(settings, look.record)).toMatchObject(changed);
});

it('what can’t be looked at is told, and not taken for nothing', () => {
  // A name that no file system takes, for whoever may look everywhere.
  const settings = join(workingFolder(), 'x'.repeat(300), 'settings.toml');
  expect(lookAtProvisioning(settings)).toMatchObject({
    ...{ kind: 'unfinished-provisioning', why: 'not-read', reason: 'ENAMETOOLONG' },
  });
});

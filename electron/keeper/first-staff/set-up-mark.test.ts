import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { createSetUpMark } from './set-up-mark.ts';

it('is there until somebody sets the kiosk up, and is missed by nobody where it is not', () => {
  const folder = workingFolder();
  const mark = createSetUpMark(folder);
  mark.show(true);
  mark.show(false);
  mark.show(false);
  expect(readdirSync(folder)).toEqual(['not-set-up']);
  mark.show(true);
  mark.show(true);
  expect(readdirSync(folder)).toEqual([]);
});

it('that can’t be taken away says so: root would take the kiosk for one that nobody has set up', () => {
  const folder = workingFolder();
  // What no unlink takes away, whoever asks.
  mkdirSync(join(folder, 'not-set-up'));
  writeFileSync(join(folder, 'not-set-up', 'file'), '');
  const mark = createSetUpMark(folder);
  expect(() => mark.show(true)).toThrow(/EISDIR|EPERM/);
  // One that can’t be made does no harm.
  expect(() => mark.show(false)).not.toThrow();
});

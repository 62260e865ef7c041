import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { whyNotOpened } from './why-not-opened.ts';

it('a link is no file, and a drive that fails is said to be unreadable, not thrown', () => {
  const folder = workingFolder();
  const [file, link] = [join(folder, 'policy.json'), join(folder, 'link')];
  expect(whyNotOpened(file)).toBeNull();
  writeFileSync(file, '{}');
  symlinkSync(file, link);
  expect([whyNotOpened(file), whyNotOpened(link)]).toEqual([null, 'no-file']);
  // The nearest that any machine has to a drive with a read error: the file system refuses to look.
  expect(whyNotOpened(join(folder, 'x'.repeat(300), 'policy.json'))).toBe('unreadable');
});

import { join } from 'node:path';
import { expect, it } from 'vitest';
import { err } from '../../../shared/result.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { recipientOnDrive } from './recipient-on-drive.ts';

it('a drive that fails is told as a file that can’t be read, and one that is gone as one without it', () => {
  const folder = workingFolder();
  expect(recipientOnDrive(join(folder, 'x'.repeat(300)))).toEqual(err('unreadable'));
  expect(recipientOnDrive(join(folder, 'gone'))).toEqual(err('missing'));
});

import { tmpdir } from 'node:os';
import { expect, it } from 'vitest';
import { temporaryFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { findVolatileRoot } from './volatile-root.ts';

it('takes the first candidate that really is a tmpfs, and no disk in its place', () => {
  expect(findVolatileRoot([undefined, '/nowhere', temporaryFolder(), '/dev/shm'])).toEqual({
    ok: true,
    value: '/dev/shm',
  });
  const disks = [temporaryFolder(), tmpdir()];
  expect(findVolatileRoot([undefined, ...disks])).toEqual({
    ok: false,
    error: { kind: 'no-tmpfs', tried: disks },
  });
});

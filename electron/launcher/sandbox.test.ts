import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { temporaryFolder } from '../keeper/database/temporary-files.test-support.ts';
import { lookForSandbox } from './sandbox.ts';

/** A machine whose kernel lets `unshare` do so; `null`: without that program. */
function machine(unshare: string | null, restricted: string | null = null) {
  const folder = temporaryFolder();
  if (unshare !== null) {
    writeFileSync(join(folder, 'unshare'), `#!/bin/sh\n${unshare}\n`);
    chmodSync(join(folder, 'unshare'), 0o755);
  }
  vi.stubEnv('PATH', folder);
  const restriction = join(folder, 'restriction');
  if (restricted !== null) writeFileSync(restriction, `${restricted}\n`);
  return restriction;
}

it.runIf(process.platform === 'linux').each([
  ['the kernel makes one', '[ "$*" = "--user --map-root-user true" ]', null, 'user-namespaces'],
  ['the kernel refuses', 'exit 1', null, 'refused'],
  ['AppArmor restricts programs without a profile', 'exit 1', '1', 'unknown'],
  ['AppArmor could, and does not', 'exit 1', '0', 'refused'],
  ['there is no program to try it with', null, null, 'unknown'],
] as const)('a user namespace: %s', async (_what, unshare, restricted, found) => {
  const restriction = machine(unshare, restricted);
  expect(await lookForSandbox(false, restriction)).toBe(found);
});

it('root has none, and nothing is tried', async () => {
  machine('exit 0');
  expect(await lookForSandbox(true)).toBe('root');
});

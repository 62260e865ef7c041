import { hash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { makeKey } from './key.ts';
import { emptyFolder, fullAt } from './produced.test-support.ts';

it('a key is never overwritten, and its secret half is the recipient’s alone', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'counsel.key');
  const made = await makeKey(path);
  expect(made.say).not.toMatch(/AGE-SECRET-KEY/);
  const [, recipient = ''] = /^Recipient: (age1\w+)$/m.exec(made.say) ?? [];
  const digits = hash('sha256', recipient, 'hex').slice(0, 32);
  expect(made.say.replaceAll(' ', '')).toContain(`Fingerprint:${digits}.`);
  expect(statSync(path).mode & 0o777).toBe(0o600);
  const before = readFileSync(path, 'utf8');
  expect((await makeKey(path)).code).toBe(2);
  expect(readFileSync(path, 'utf8')).toBe(before);
  mkdirSync(join(folder, 'other.recipient.txt'));
  expect((await makeKey(join(folder, 'other'))).code).toBe(2);
  expect(existsSync(join(folder, 'other'))).toBe(false);
});

it('a secret key of which a half cannot be written is not kept', async () => {
  const folder = emptyFolder();
  const path = join(folder, 'counsel.key');
  for (const failing of [1, 2]) {
    expect(await makeKey(path, fullAt(failing))).toMatchObject({ code: 2 });
    expect(readdirSync(folder)).toEqual([]);
  }
  // The control: it has two files to write.
  expect((await makeKey(path, fullAt(3))).code).toBe(0);
});

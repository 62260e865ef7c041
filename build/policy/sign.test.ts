import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { readKeyFile } from '../../electron/lib/policy-file/programme-key.ts';
import { harborCity } from '../../shared/programme/harbor-city.test-support.ts';
import { makeKeys } from './keys.ts';
import { fileOf, fileWith } from './policy-paths.test-support.ts';
import { checkSigned, signFile } from './sign.ts';

describe('policy keys and sign', () => {
  function keys() {
    const folder = join(workingFolder(), 'keys');
    const made = makeKeys(folder);
    const paths = {
      privateKey: join(folder, 'program-key.private.pem'),
      publicKey: join(folder, 'program-key.pem'),
    };
    return { folder, made, ...paths };
  }

  it('makes a pair that nobody else may read, says what each is for, and overwrites nothing', () => {
    const { folder, made, privateKey, publicKey } = keys();
    expect(made).toMatchObject({ code: 0, say: expect.stringMatching(/Fingerprint: ([0-9a-f]{4} ?){8}\./) });
    expect(statSync(privateKey).mode & 0o777).toBe(0o600);
    const before = [readFileSync(privateKey, 'utf8'), readFileSync(publicKey, 'utf8')];
    expect(makeKeys(folder)).toMatchObject({ code: 2, say: expect.stringContaining('never overwritten') });
    rmSync(privateKey);
    expect(makeKeys(folder)).toMatchObject({ code: 2, say: expect.stringContaining(publicKey) });
    expect(readFileSync(publicKey, 'utf8')).toBe(before[1]);
  });

  it('signs what a kiosk can work by, and `check` tells a signature from a forged one', () => {
    const { privateKey, publicKey } = keys();
    const path = fileOf(harborCity);
    expect(checkSigned(path, publicKey)).toMatchObject({
      code: 1,
      say: expect.stringContaining('not signed'),
    });
    expect(signFile(path, privateKey)).toMatchObject({ code: 0 });
    expect(checkSigned(path, publicKey)).toMatchObject({
      code: 0,
      say: expect.stringMatching(/can work by it\.\n.*signed with this key\.$/),
    });
    expect(checkSigned(path, keys().publicKey)).toMatchObject({ code: 1 });
    writeFileSync(path, `${readFileSync(path, 'utf8')}\n`);
    expect(checkSigned(path, publicKey)).toMatchObject({
      code: 1,
      say: expect.stringContaining('not the signature of this file'),
    });
    expect(checkSigned(path, privateKey)).toMatchObject({ code: 2 });
  });

  it('signs no policy whose orders the program’s own key would sign', () => {
    const { privateKey, publicKey } = keys();
    const read = readKeyFile(publicKey);
    if (!read.ok || read.value === null) throw new Error('no key');
    const key = Buffer.from(read.value.raw).toString('base64');
    const path = fileOf({ ...harborCity, orders: { name: 'Office of the City Clerk', key } });
    expect(signFile(path, privateKey)).toMatchObject({
      code: 2,
      say: expect.stringMatching(/Not signed\.$/),
    });
    expect(() => readFileSync(`${path}.sig`)).toThrow('ENOENT');
    expect(signFile(path, keys().privateKey)).toMatchObject({ code: 0 });
  });

  it('signs neither a draft nor a mistake, and with no other key', () => {
    const { privateKey, publicKey } = keys();
    for (const path of [fileOf({ ...harborCity, feeCents: null }), fileWith('{')]) {
      expect(signFile(path, privateKey)).toMatchObject({
        code: 1,
        say: expect.stringMatching(/Not signed\.$/),
      });
      expect(() => readFileSync(`${path}.sig`)).toThrow('ENOENT');
    }
    expect(signFile(fileOf(harborCity), publicKey)).toMatchObject({ code: 2 });
    expect(signFile(fileOf(harborCity), join(workingFolder(), 'none'))).toMatchObject({ code: 2 });
  });
});

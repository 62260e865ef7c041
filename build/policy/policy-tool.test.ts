import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { sample } from '../../tests/support/sample.ts';
import { shippedPolicy } from '../programmes/shipped-policy.ts';
import { check } from './check.ts';
import { writeNew } from './new.ts';
import { fileWith } from './policy-paths.test-support.ts';

describe('policy new', () => {
  it('writes a file that has no mistake, and overwrites none', () => {
    const path = join(workingFolder(), 'new.json');
    expect(writeNew(path).code).toBe(0);
    const { say } = check(path);
    expect(say).not.toContain('mistake');
    expect(say).toContain('10 values not decided');
    expect(writeNew(path)).toEqual({ code: 2, say: `${path} is there already: nothing was written.` });
  });
});

describe('npm run policy', () => {
  const run = (...words: readonly string[]) =>
    spawnSync(process.execPath, [fileURLToPath(new URL('../policy.ts', import.meta.url)), ...words], {
      encoding: 'utf8',
    });

  it('answers on the right stream, with the right code', () => {
    expect(run('check', shippedPolicy)).toMatchObject({ status: 0, stderr: '' });
    expect(run('check', fileWith('{'))).toMatchObject({ status: 1, stderr: '' });
    expect(run('explain', shippedPolicy, '--age', '16', '--docs', 'passport')).toMatchObject({ status: 1 });
    const strange = [
      [],
      ['check'],
      ['sell', 'x'],
      ['check', 'a', 'b'],
      ['diff', 'a'],
      ['check', 'a', '--age', '1'],
      ['sign', 'a'],
      ['diff', 'a', 'b', '--key', 'c'],
    ];
    for (const words of sample(strange, 2, 4))
      expect(run(...words)).toMatchObject({
        status: 2,
        stdout: '',
        stderr: expect.stringContaining('Use: npm run policy'),
      });
  });
});

import { spawnSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { repositoryFolder } from './kiosk/launch-keeper.ts';

it('the benchmark begins from its sources, and refuses what it cannot measure', () => {
  const words = ['--import', './build/machine/require-node.mjs', 'build/bench.ts', '--enrollments', '0'];
  const { status, stderr } = spawnSync(process.execPath, words, { cwd: repositoryFolder, encoding: 'utf8' });
  expect(stderr).toContain('--enrollments is a whole number from');
  expect(status).not.toBe(0);
});

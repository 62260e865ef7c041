import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { keepRuns } from './kept-runs.ts';

const run = { passed: 3, seconds: 7, note: 'SKIPPED something' };

it('a suite that passed is found again on the same commit and runtime, and on no other', () => {
  const folder = mkdtempSync(join(tmpdir(), 'counterfoil-kept-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  keepRuns(folder, 'c1', '33').keep('unit', run);
  expect(keepRuns(folder, 'c1', '33').find('unit')).toEqual(run);
  expect(keepRuns(folder, 'c1', '33').find('e2e')).toBeNull();
  expect(keepRuns(folder, 'c1', '25').find('unit')).toBeNull();
  expect(keepRuns(folder, 'c2', '33').find('unit')).toBeNull();
  // The commit before is gone with its figures: nobody reads them as this one's.
  expect(keepRuns(folder, 'c1', '33').find('unit')).toBeNull();
});

import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { type BundleMode, bundle } from '../bundle.ts';
import { bundleLauncher } from './bundle-launcher.ts';
import { evaluationTracesIn } from './evaluation-traces.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bundle-test-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function tracesOf(mode: BundleMode): Promise<readonly string[]> {
  await bundle(mode, folder);
  await bundleLauncher(mode, 'production', folder);
  return evaluationTracesIn(folder);
}

describe('the bundle of a release', () => {
  it('holds nothing that only evaluation builds may hold', async () => {
    expect(await tracesOf('release')).toEqual([]);
  });

  it('would be found out: the evaluation bundle contains every opening for tests', async () => {
    const found = (await tracesOf('evaluation')).join('\n');
    for (const opening of [
      'COUNTERFOIL_DEBUGGING',
      'remote-debugging-port=0',
      'use-file-for-fake-video-capture',
    ]) {
      expect(found).toContain(opening);
    }
  });
});

import { describe, expect, it } from 'vitest';
import { whyNoMounts } from './loop-image.ts';

describe('where an image cannot be mounted', () => {
  // No such folder: nothing can be made in it, wherever this test runs.
  const nowhere = '/nowhere/at/all';

  it('it is said why, if the machine allows none', async () => {
    for (const here of [
      { isRoot: false, hasLoopDevices: true },
      { isRoot: true, hasLoopDevices: false },
    ]) {
      expect(await whyNoMounts(nowhere, here)).toMatch(/no such file/i);
    }
  });

  it('nothing is skipped, if root has loop devices: that is a failure', async () => {
    await expect(whyNoMounts(nowhere, { isRoot: true, hasLoopDevices: true })).rejects.toThrow(
      /loop devices.*no such file/i,
    );
  });
});

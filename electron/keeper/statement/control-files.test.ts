import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { plantControlFiles } from './control-files.ts';

it('what the disk refuses is a value, and a defect is thrown; none of them leaves a file', async () => {
  const folder = workingFolder();
  expect(await plantControlFiles([folder, join(folder, 'gone')])).toBeNull();
  expect(readdirSync(folder)).toEqual([]);
  // No path of any file system: whoever asked for it has a defect.
  await expect(plantControlFiles([folder, `${folder}\0`])).rejects.toThrow('null bytes');
  expect(readdirSync(folder)).toEqual([]);
  // The control.
  const planted = await plantControlFiles([folder]);
  expect(readdirSync(folder)).toHaveLength(1);
  expect(await planted?.remove()).toBe(true);
  expect(readdirSync(folder)).toEqual([]);
});

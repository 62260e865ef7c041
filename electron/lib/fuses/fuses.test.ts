import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { hasFileFuse, wrongFuses, wrongFusesIfAny } from './fuses.ts';

/** Where @electron/fuses finds the wire in a binary. */
const SENTINEL = 'dL7pKGdnNz796PbbjQWNKmHXBZaB9tsX';

let folder = '';
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A binary of which only the fuse wire matters: its version, its length, and a digit for each fuse. */
async function binary(wire: string, sentinel: string = SENTINEL): Promise<string> {
  folder = await mkdtemp(join(tmpdir(), 'fuses-test-'));
  const path = join(folder, 'electron');
  const head = Buffer.from([1, wire.length]);
  await writeFile(path, Buffer.concat([Buffer.from(`ELF ${sentinel}`), head, Buffer.from(`${wire} more`)]));
  return path;
}

describe('the fuses', () => {
  it('of a package are as they must be', async () => {
    expect(await wrongFuses(await binary('0100010'), '25.1.1')).toEqual([]);
  });

  it('of an Electron as its vendor ships it are not', async () => {
    expect(await wrongFuses(await binary('1011000'), '25.1.1')).toEqual([
      'RunAsNode',
      'EnableCookieEncryption',
      'EnableNodeOptionsEnvironmentVariable',
      'EnableNodeCliInspectArguments',
      'OnlyLoadAppFromAsar',
    ]);
  });

  it('include the one for file: where the runtime has it', async () => {
    expect(['25.1.1', '33.2.1', '45.4.1'].map(hasFileFuse)).toEqual([false, true, true]);
    expect(await wrongFuses(await binary('010001011'), '45.4.1')).toEqual([
      'GrantFileProtocolExtraPrivileges',
    ]);
  });

  it('of something else than Electron are none, and a file that is not there is told as such', async () => {
    expect(await wrongFusesIfAny(await binary('0100010', 'no wire'), '25.1.1')).toBeNull();
    expect(await wrongFusesIfAny(await binary('1100010'), '25.1.1')).toEqual(['RunAsNode']);
    await expect(wrongFusesIfAny(join(folder, 'gone'), '25.1.1')).rejects.toMatchObject({ code: 'ENOENT' });
  });
});

import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { runtimeMemory } from './memory.ts';

const hour = 60 * 60 * 1000;
let folder: string;
let now: number;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'memory-test-'));
  now = Date.UTC(2026, 0, 1);
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const memory = (version = '45.4.1') => runtimeMemory(folder, version, () => now);

describe('what earlier starts learned', () => {
  it('is kept for a day', async () => {
    await memory().remember('download', 'silence');
    now += 23 * hour;
    expect(await memory().recall('download')).toBe('silence');
    expect(await memory().recall('firstScreen')).toBeNull();
    now += 2 * hour;
    expect(await memory().recall('download')).toBeNull();
  });

  it('counts for one version only', async () => {
    await memory().remember('download', 'silence');
    expect(await memory('45.4.2').recall('download')).toBeNull();
  });

  it('does not outlive a clock that was set back', async () => {
    await memory().remember('download', 'silence');
    now -= hour;
    expect(await memory().recall('download')).toBeNull();
  });

  it('forgets failures once a screen was shown', async () => {
    await memory().remember('firstScreen', 'black');
    await memory().rememberShown();
    expect(await memory().hasShown()).toBe(true);
    expect(await memory().recall('firstScreen')).toBeNull();
  });

  it('is empty when the file is damaged or cannot be written', async () => {
    await writeFile(path.join(folder, 'runtimes.json'), '{"at":');
    expect(await memory().hasShown()).toBe(false);
    const nowhere = runtimeMemory(path.join(folder, 'runtimes.json'), '45.4.1');
    await nowhere.remember('download', 'silence');
    expect(await nowhere.recall('download')).toBeNull();
  });
});

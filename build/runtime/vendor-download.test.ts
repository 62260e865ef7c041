import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { causeIn, downloadFromVendor, type Patience, runInstaller } from './vendor-download.ts';

let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vendor-test-'));
  await mkdir(path.join(folder, 'temporary'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(script: string, limits: Partial<Patience> = {}) {
  const file = path.join(folder, 'install.cjs');
  await writeFile(file, script);
  // Longer than a busy machine takes to start a script: a test shortens only the limit that it is about.
  return runInstaller(file, folder, {
    firstByteMilliseconds: 20_000,
    silenceMilliseconds: 20_000,
    ...limits,
  });
}

/** A script to which bytes come for so long, ten times a second: several between one look at them and the next. */
const bytesFor = (milliseconds: number): string => `
  const append = () => require('fs').appendFileSync(require('os').tmpdir() + '/zip', 'x');
  const timer = setInterval(append, 100);
  setTimeout(() => clearInterval(timer), ${milliseconds});`;

describe("the vendor's download", () => {
  it('is ended when no byte comes', async () => {
    const result = await run('setInterval(() => {}, 1000)', { firstByteMilliseconds: 1_000 });
    expect(result.ok ? '' : result.error).toContain('no byte in 1 s');
  });

  it('may take long while bytes come', async () => {
    expect(await run(bytesFor(8_000), { silenceMilliseconds: 6_000 })).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('is ended when it stops in the middle', async () => {
    const script = `${bytesFor(2_000)} setInterval(() => {}, 1000)`;
    const result = await run(script, { silenceMilliseconds: 1_000 });
    expect(result.ok ? '' : result.error).toContain('stopped for 1 s');
  });

  it('says why it failed at once', async () => {
    const result = await run(`console.error('TypeError: fetch failed\\n  at x'); process.exit(1)`);
    expect(result.ok ? '' : result.error).toContain('its server cannot be reached');
    expect(causeIn('\nError: Checksum mismatch\n    at x')).toBe('Error: Checksum mismatch');
  });
});

describe('putting it into the electron package', () => {
  const installer = (body: string) => `
    const fs = require('fs');
    fs.mkdirSync(__dirname + '/dist');
    fs.writeFileSync(__dirname + '/dist/version', '45.4.1');
    ${body}
    fs.writeFileSync(__dirname + '/path.txt', 'electron');`;

  async function home(script: string) {
    for (const name of ['package.json', 'checksums.json']) await writeFile(path.join(folder, name), '{}');
    await writeFile(path.join(folder, 'install.js'), script);
    return downloadFromVendor('45.4.1', () => {}, folder);
  }
  const left = async () => (await readdir(folder)).filter((name) => name !== 'temporary').sort();

  it('leaves the distribution and nothing else, over an older one', async () => {
    await mkdir(path.join(folder, 'dist'));
    await writeFile(path.join(folder, 'dist', 'version'), '44.0.0');
    expect(await home(installer(''))).toEqual({ ok: true, value: undefined });
    expect(await left()).toEqual(['checksums.json', 'dist', 'install.js', 'package.json', 'path.txt']);
  });

  it('leaves nothing of a download that failed half-way', async () => {
    expect(await home(installer('process.exit(1);'))).toMatchObject({ ok: false });
    expect(await left()).toEqual(['checksums.json', 'install.js', 'package.json']);
  });
});

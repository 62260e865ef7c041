import { mkdir, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { causeIn, downloadFromVendor, runInstaller } from './vendor-download.ts';

let folder: string;
const limits = { firstByteMilliseconds: 1_000, silenceMilliseconds: 1_500 };

beforeEach(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'vendor-test-'));
  await mkdir(path.join(folder, 'temporary'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

async function run(script: string) {
  const file = path.join(folder, 'install.cjs');
  await writeFile(file, script);
  return runInstaller(file, folder, limits);
}

const appendTo = `const append = () => require('fs').appendFileSync(require('os').tmpdir() + '/zip', 'x');`;

describe("the vendor's download", () => {
  it('is ended when no byte comes', async () => {
    const result = await run('setInterval(() => {}, 1000)');
    expect(result.ok ? '' : result.error).toContain('no byte in 1 s');
  });

  it('may take long while bytes come', async () => {
    expect(
      await run(`${appendTo} const t = setInterval(append, 200); setTimeout(() => clearInterval(t), 2600)`),
    ).toEqual({
      ok: true,
      value: undefined,
    });
  });

  it('is ended when it stops in the middle', async () => {
    const result = await run(`${appendTo} setTimeout(append, 500); setInterval(() => {}, 1000)`);
    expect(result.ok ? '' : result.error).toContain('stopped for 1.5 s');
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

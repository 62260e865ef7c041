import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it, onTestFinished } from 'vitest';
import { copiedPackages } from './copied-packages.ts';
import { type OtherSbom, otherSbom } from './sbom.ts';

const NO_ADDONS = new Map<string, OtherSbom>();

/** A node_modules folder with these files, and a package.json in each package. */
async function modulesWith(files: Readonly<Record<string, string>>): Promise<string> {
  const modules = await mkdtemp(join(tmpdir(), 'copied-packages-'));
  onTestFinished(() => rm(modules, { recursive: true, force: true }));
  const put = async (path: string, text: string): Promise<void> => {
    await mkdir(dirname(join(modules, path)), { recursive: true });
    await writeFile(join(modules, path), text);
  };
  for (const [path, text] of Object.entries(files)) {
    await put(path, text);
    const folder = path
      .split('/')
      .slice(0, path.startsWith('@') ? 2 : 1)
      .join('/');
    await put(`${folder}/package.json`, JSON.stringify({ name: folder, version: '1.2.3', license: 'MIT' }));
  }
  return modules;
}

const crate = (name: string): string => `/x/.cargo/registry/src/index.crates.io-0/${name}-1.0.0/src/lib.rs`;

describe('a package that is copied', () => {
  it('has its licence and its notices', async () => {
    const modules = await modulesWith({
      'left-pad/LICENSE': 'Take it.',
      'left-pad/NOTICE.md': 'Words from Ines Harborlight.',
    });
    const [party] = await copiedPackages(modules, NO_ADDONS);
    expect(party).toMatchObject({ name: 'left-pad', version: '1.2.3', purl: 'pkg:npm/left-pad@1.2.3' });
    expect(party?.text).toContain('Take it.');
    expect(party?.text).toContain('Words from Ines Harborlight.');
  });

  it('for one platform has the licence of the one that loads it', async () => {
    const modules = await modulesWith({
      '@quay/tool/LICENSE': 'Take the tool.',
      '@quay/tool-linux-x64-gnu/tool.node': '',
    });
    const parties = await copiedPackages(modules, NO_ADDONS);
    expect(parties.map(({ name, text }) => [name, text]).sort()).toEqual([
      ['@quay/tool', 'Take the tool.'],
      ['@quay/tool-linux-x64-gnu', 'Take the tool.'],
    ]);
  });

  it('without the text of a licence is not shipped', async () => {
    const modules = await modulesWith({ 'left-pad/index.js': '' });
    const copied = copiedPackages(modules, NO_ADDONS);
    await expect(copied).rejects.toThrow('left-pad brings no text of its licence');
  });
});

describe('what an addon holds', () => {
  const files = {
    '@quay/tool/LICENSE': 'Take it.',
    '@quay/tool-linux-x64-gnu/tool.node': crate('cssparser'),
  };

  it('and lists itself may be shipped; what nobody has the licence of may not', async () => {
    const modules = await modulesWith(files);
    await expect(copiedPackages(modules, NO_ADDONS)).rejects.toThrow('tool-linux-x64-gnu holds cssparser');
    const component = { name: 'cssparser', purl: 'pkg:cargo/cssparser@1.0.0' };
    const listed = otherSbom.parse({ components: [component] });
    expect(await copiedPackages(modules, new Map([['@quay/tool-linux-x64-gnu', listed]]))).toHaveLength(2);
  });

  it('and is known by name is named with its licence', async () => {
    const modules = await modulesWith({
      '@node-rs/argon2/LICENSE': 'Take it.',
      '@node-rs/argon2-linux-x64-gnu/argon2.node': `${crate('argon2-rust')}\0${crate('napi')}`,
    });
    const parties = await copiedPackages(modules, NO_ADDONS);
    expect(parties.find(({ name }) => name === 'argon2-rust')).toMatchObject({
      licence: 'MIT',
      files: ['*resources/programs/node_modules/@node-rs/argon2*'],
    });
  });
});

import { spawnSync } from 'node:child_process';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { firstOf, long } from '../tests/support/sample.ts';
import { type BundleMode, bundle } from './bundle.ts';
import { bundleLauncher } from './packaging/bundle-launcher.ts';
import { evaluationTracesIn } from './packaging/evaluation-traces.ts';
import { ALSO_OURS, textsFoundIn, textsOfCity } from './programmes/city-words.test-support.ts';
import { shippedPolicy } from './programmes/shipped-policy.ts';

const folders: string[] = [];
afterAll(() => Promise.all(folders.map((each) => rm(each, { recursive: true, force: true }))));

const made = new Map<BundleMode, Promise<string>>();

/** All programs of a mode, in a folder of their own: seconds of work, so each is made once. */
function bundled(mode: BundleMode): Promise<string> {
  const known = made.get(mode) ?? bundleOf(mode);
  made.set(mode, known);
  return known;
}

async function bundleOf(mode: BundleMode): Promise<string> {
  const target = await mkdtemp(join(tmpdir(), 'bundle-test-'));
  folders.push(target);
  await bundle(mode, target);
  await bundleLauncher(mode, 'production', target);
  return target;
}

/** The bundle of a release. */
let folder = '';
beforeAll(async () => {
  folder = await bundled('release');
});

const IMPORTED = /^(?:import|export) (?:[^'"\n]* from )?["']\.\/([^"']+)["']/gm;
const PACKAGE = /^\/\/ ?(?:#region )?node_modules\/((?:@[^/\n]+\/)?[^/\n]+)\//gm;

/** The packages that a program of the bundle loads before its first line runs. */
async function packagesAtStart(program: string): Promise<readonly string[]> {
  const files = [program];
  const packages = new Set<string>();
  for (const file of files) {
    const source = await readFile(join(folder, 'node', file), 'utf8');
    for (const [, name = ''] of source.matchAll(PACKAGE)) packages.add(name);
    for (const [, imported = ''] of source.matchAll(IMPORTED)) {
      if (!files.includes(imported)) files.push(imported);
    }
  }
  return [...packages].sort();
}

// Each of them is loaded where it is first needed: between two applicants, and not before the first screen.
describe('what a program reads at each of its starts', () => {
  it.each([
    // Before its first session.
    ['keeper.mjs', ['zod']],
    // Beside it.
    ['serve-', ['@scure/base', 'jsonc-parser', 'zod']],
    ['core.mjs', ['zod']],
    ['record-search.mjs', ['zod']],
  ])('%s: no barcodes, no dictionaries, no PDFs', async (begins, packages) => {
    const programs = (await readdir(join(folder, 'node'))).filter((name) => name.startsWith(begins));
    expect(programs).toHaveLength(1);
    expect(await packagesAtStart(programs[0] ?? '')).toEqual(packages);
  });
});

/** Of these texts those that stand in a program, each with the file that it stands in. */
async function foundInPrograms(mode: BundleMode, texts: readonly string[]): Promise<readonly string[]> {
  const found: string[] = [];
  for (const entry of await readdir(await bundled(mode), { recursive: true, withFileTypes: true })) {
    if (!entry.isFile() || !/\.(mjs|cjs|js|html|json)$/.test(entry.name)) continue;
    const source = await readFile(join(entry.parentPath, entry.name), 'utf8');
    found.push(...textsFoundIn(source, texts).map((text) => `${entry.name}: ${text}`));
  }
  return found;
}

// Of one source: what stands in one of both, a release shows as well.
describe.each(firstOf(['release', 'evaluation'] as const, 1))(
  'no program of the %s bundle knows a city',
  (mode) => {
    it('nothing of the shipped policy stands in any of them', async () => {
      const city = textsOfCity(JSON.parse(await readFile(shippedPolicy, 'utf8')));
      for (const text of ['Harbor City', 'harbor-city', '#0B5C63', 'Passport, any country'])
        expect(city).toContain(text);
      expect(city.length).toBeGreaterThan(250);
      const own = city.filter((text) => ALSO_OURS[text] === undefined);
      expect(await foundInPrograms(mode, own)).toEqual([]);
    });

    it('would be found out: words of the program that the policy has as well are found', async () => {
      const found = (await foundInPrograms(mode, Object.keys(ALSO_OURS))).join('\n');
      for (const text of Object.keys(ALSO_OURS)) expect(found).toContain(`: ${text}`);
    });
  },
);

/** What the launcher of a release says to a start without a screen, and how it ends. */
function launched(environment: NodeJS.ProcessEnv, ...words: readonly string[]) {
  const { status, stdout, stderr } = spawnSync(
    process.execPath,
    [join(folder, 'node', 'launcher.mjs'), ...words],
    { encoding: 'utf8', env: { PATH: process.env.PATH, HOME: '/nowhere', ...environment } },
  );
  return { status, said: stdout + stderr };
}

describe('the launcher of a release', () => {
  it.each(['COUNTERFOIL_SETTINGS', 'COUNTERFOIL_DEBUGGING', 'COUNTERFOIL_DATA', 'COUNTERFOIL_POLICY'])(
    'refuses %s, and says where settings are',
    (name) => {
      const { status, said } = launched({ [name]: '/srv/kiosk' });
      expect(status).toBe(55);
      expect(said).toContain(`The variable ${name} is set`);
      expect(said).toContain('/etc/counterfoil/settings.toml');
    },
  );

  it('checks a draft of its settings without a screen, and whoever asks', async () => {
    const draft = join(folder, 'draft.toml');
    await writeFile(draft, 'data-folder = "/srv/kiosk"\n');
    expect(launched({}, 'config', 'check', draft).status).toBe(0);
    await writeFile(draft, 'data-foldr = "/srv/kiosk"\n');
    const { status, said } = launched({}, 'config', 'check', draft);
    expect(status).toBe(1);
    expect(said).toContain(`${draft}:1:1: unknown key data-foldr`);
  });

  it('says in its help that it takes no setting from its environment', () => {
    expect(launched({}, '--help').said).toContain('It takes no setting from its environment.');
  });
});

describe('the bundle of a release', () => {
  it('holds nothing that only evaluation builds may hold', async () => {
    expect(await evaluationTracesIn(folder)).toEqual([]);
  });

  // The control of the one before. It has a bundle of its own made, as the city’s second row above has.
  long('would be found out: the evaluation bundle contains every opening for tests', async () => {
    const found = (await evaluationTracesIn(await bundled('evaluation'))).join('\n');
    for (const opening of [
      'COUNTERFOIL_DEBUGGING',
      'COUNTERFOIL_SETTINGS',
      'remote-debugging-port=0',
      'use-file-for-fake-video-capture',
      'printOnVirtualPrinter',
      'drawTray',
    ]) {
      expect(found).toContain(opening);
    }
  });
});

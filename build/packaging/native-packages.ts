import { existsSync } from 'node:fs';
import { copyFile, mkdir, readdir, readFile } from 'node:fs/promises';
import { basename, dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { nativePackages, repository } from '../vite/repository.ts';
import type { Architecture } from './architecture.ts';
import type { PlatformPackages } from './platform-packages.ts';
import { isLegalText } from './third-parties/legal-texts.ts';

const manifest = z.object({
  version: z.string(),
  dependencies: z.record(z.string(), z.string()).default({}),
  optionalDependencies: z.record(z.string(), z.string()).default({}),
});

/** Named as dependencies, but not loaded: a Node module for the runtime Bare, and headers for compiling. */
const NOT_AT_RUN_TIME: ReadonlySet<string> = new Set(['bare-assert', 'node-addon-api']);

const FOLDERS_LEFT_OUT: ReadonlySet<string> = new Set([
  'node_modules',
  'deps',
  'src',
  'extensions',
  'test',
  'tests',
  'docs',
]);
/** Of a path: it is for a platform that this package is not for. */
const OTHER_PLATFORMS: Readonly<Record<Architecture, RegExp>> = {
  x64: /darwin|win32|android|ios|musl|arm|ia32|browser|react-native/,
  arm64: /darwin|win32|android|ios|musl|arm(?!64)|x64|ia32|browser|react-native/,
};
/** What the package was linked with, as its makers list it. */
const LIST_OF_PARTS = /^sbom/i;

/** Whether a file of a package is needed at run time on Linux with this processor, or says under which licence it is. */
export function isShipped(path: string, architecture: Architecture): boolean {
  const name = basename(path);
  if (isLegalText(name) || LIST_OF_PARTS.test(name) || path === 'package.json') return true;
  if (OTHER_PLATFORMS[architecture].test(path)) return false;
  return name.endsWith('.node') ? path.includes(`linux-${architecture}`) : /\.[cm]?js$/.test(name);
}

/** Copies the native packages and what they require into `modules`, a node_modules folder. Returns their names. */
export async function copyNativePackages(
  modules: string,
  { architecture, modules: ofPlatform }: Pick<PlatformPackages, 'architecture' | 'modules'>,
): Promise<readonly string[]> {
  const suffix = `-linux-${architecture}-gnu`;
  const copied = new Map<string, string>();
  const waiting = nativePackages.map((name) => ({ name: String(name), from: fileURLToPath(repository) }));
  for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
    const folder = folderIn(ofPlatform, next.name) ?? installedFolder(next.name, next.from);
    const { version, dependencies, optionalDependencies } = manifest.parse(
      JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')),
    );
    const before = copied.get(next.name);
    // The copy is flat. Should npm ever nest two versions, one of them would be run by the wrong package.
    if (before !== undefined && before !== version)
      throw new Error(`two versions of ${next.name} are needed`);
    if (before !== undefined) continue;
    copied.set(next.name, version);
    await copyShipped(folder, join(modules, next.name), architecture);
    // Addons that come as a package for each platform: only that of this one is shipped.
    const ours = Object.keys(optionalDependencies).filter((name) => name.endsWith(suffix));
    for (const name of [...Object.keys(dependencies), ...ours]) {
      if (!NOT_AT_RUN_TIME.has(name)) waiting.push({ name, from: folder });
    }
  }
  return [...copied.keys()];
}

/** A package in the folder of those that are for one processor alone. */
function folderIn(modules: string | null, name: string): string | null {
  const folder = modules === null ? null : join(modules, name);
  return folder !== null && existsSync(folder) ? folder : null;
}

/** As Node looks for a package, but also for those whose `exports` hide their package.json. */
function installedFolder(name: string, from: string): string {
  for (let folder = from; ; folder = dirname(folder)) {
    const candidate = join(folder, 'node_modules', name);
    if (existsSync(join(candidate, 'package.json'))) return candidate;
    if (folder === dirname(folder)) throw new Error(`${name} is not installed; run npm ci`);
  }
}

async function copyShipped(
  from: string,
  to: string,
  architecture: Architecture,
  below = from,
): Promise<void> {
  for (const entry of await readdir(below, { withFileTypes: true })) {
    const path = join(below, entry.name);
    if (entry.isDirectory()) {
      if (!FOLDERS_LEFT_OUT.has(entry.name)) await copyShipped(from, to, architecture, path);
      continue;
    }
    const inside = relative(from, path);
    if (!entry.isFile() || !isShipped(inside, architecture)) continue;
    await mkdir(dirname(join(to, inside)), { recursive: true });
    await copyFile(path, join(to, inside));
  }
}

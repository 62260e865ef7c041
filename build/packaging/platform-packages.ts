import { existsSync } from 'node:fs';
import { mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { err, ok, type Result } from '../../shared/result.ts';
import { runCommand } from '../machine/command.ts';
import { hasIntegrity, packFromRegistry } from '../runtime/npm-pack.ts';
import { repository } from '../vite/repository.ts';
import type { Architecture } from './architecture.ts';

/** Packages of npm that are for one processor alone. */
export interface PlatformPackages {
  readonly architecture: Architecture;
  /** The pinned Node that is shipped: never the one that happens to run this script. */
  readonly nodePackage: string;
  /** A folder `node_modules` to look into first; null: those of this repository are for this processor. */
  readonly modules: string | null;
}

const root = fileURLToPath(repository);
const lock = z.object({
  packages: z.record(
    z.string(),
    z.looseObject({ version: z.string().optional(), integrity: z.string().optional() }),
  ),
});

/** Besides Node: an addon each, in a package for each platform. The other two addons come for all of them in one package. */
const PER_PLATFORM = ['@napi-rs/canvas', '@node-rs/argon2'];

/**
 * What is for one processor. Where it is not this machine's, npm's own client fetches the very versions that the lock file
 * names, into a folder that `npm ci` leaves alone.
 */
export async function platformPackages(
  architecture: Architecture,
): Promise<Result<PlatformPackages, string>> {
  const node = `node-linux-${architecture}`;
  const own = join(root, 'node_modules', node);
  if (existsSync(own)) return ok({ architecture, nodePackage: own, modules: null });
  const modules = join(root, 'out', 'platforms', architecture, 'node_modules');
  const locked = lock.parse(JSON.parse(await readFile(join(root, 'package-lock.json'), 'utf8')));
  for (const name of [node, ...PER_PLATFORM.map((each) => `${each}-linux-${architecture}-gnu`)]) {
    const { version, integrity } = locked.packages[`node_modules/${name}`] ?? {};
    if (version === undefined || integrity === undefined) return err(`The lock file has no ${name}.`);
    const fetched = await fetchPackage(name, version, integrity, join(modules, name));
    if (!fetched.ok) return fetched;
  }
  return ok({ architecture, nodePackage: join(modules, node), modules });
}

/** One package of npm, unpacked; nothing is left half done. */
async function fetchPackage(
  name: string,
  version: string,
  integrity: string,
  place: string,
): Promise<Result<null, string>> {
  if (existsSync(place)) return ok(null);
  await mkdir(join(place, '..'), { recursive: true });
  const workshop = await mkdtemp(join(place, '..', '.fetching-'));
  try {
    const packed = await packFromRegistry(name, version, workshop, root);
    if (!packed.ok) return err(`${name}@${version}: ${packed.error}`);
    if (!(await hasIntegrity(packed.value, integrity)))
      return err(`${name}@${version} is not what the lock file names.`);
    const unpacked = await runCommand('tar', ['-xzf', packed.value, '-C', workshop]);
    if (!unpacked.ok) return err(`${name}@${version} can't be unpacked: ${unpacked.error.output.trim()}`);
    await rename(join(workshop, 'package'), place);
    return ok(null);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

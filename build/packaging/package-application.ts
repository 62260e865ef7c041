import { mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { wrongFuses } from '../../electron/lib/fuses/fuses.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { bundle } from '../bundle.ts';
import { tryFindRuntime } from '../runtime/find-runtime.ts';
import { pinnedElectronVersion, type Runtime } from '../runtime/runtime.ts';
import { repository } from '../vite/repository.ts';
import { type Architecture, OWN_ARCHITECTURE } from './architecture.ts';
import { bundleLauncher } from './bundle-launcher.ts';
import { completePackage, type PackagePieces, shippedNodeVersion } from './complete-package.ts';
import { evaluationTracesIn } from './evaluation-traces.ts';
import { foreignElectron } from './foreign-electron.ts';
import { notShippableIn } from './not-shipped.ts';
import { npmSbom } from './npm-sbom.ts';
import { openToReaders } from './open-to-readers.ts';
import { type PackageKind, type PackageName, packageName, packageVersion } from './package-name.ts';
import { platformPackages } from './platform-packages.ts';
import { packageRefusal } from './release-gate.ts';
import { runElectronBuilder } from './run-electron-builder.ts';
import { addonSboms } from './third-parties/addon-sboms.ts';
import { sbomOf } from './third-parties/sbom.ts';
import { writeManifest } from './write-manifest.ts';

/** A package that can be copied anywhere and started. */
export interface PackagedApplication {
  readonly folder: string;
  /** The `counterfoil` command in it. */
  readonly launcher: string;
  readonly name: PackageName;
  readonly architecture: Architecture;
}

/** What a suite brings its own of, to see itself fail. */
export interface PackageParts {
  readonly bundle: typeof bundle;
}
const productParts: PackageParts = { bundle };

/** What a package is made of (CycloneDX), in its folder. */
export const SBOM = 'resources/sbom.cdx.json';

// Where packages are put.
const packagesFolder = fileURLToPath(new URL('out/package/', repository));

/** Makes the unpacked application for evaluation, from whichever runtime this machine has. */
export async function packageEvaluation(): Promise<Result<PackagedApplication, string>> {
  const runtime = await tryFindRuntime();
  return runtime.ok ? makePackage('evaluation', runtime.value) : err(runtime.error.say);
}

/** Makes a release, or says in one sentence why there can be none. */
export async function packageRelease(
  architecture: Architecture = OWN_ARCHITECTURE,
): Promise<Result<PackagedApplication, string>> {
  if (process.env.COUNTERFOIL_RUNTIME === 'evaluation' || process.env.COUNTERFOIL_RUNTIME === 'electron-25') {
    return err('A release is never made with an evaluation runtime; COUNTERFOIL_RUNTIME asks for it.');
  }
  if (architecture !== OWN_ARCHITECTURE) {
    const foreign = await foreignElectron(pinnedElectronVersion(), architecture);
    return foreign.ok ? makePackage('release', foreign.value, productParts, architecture) : foreign;
  }
  // Forced, so that nobody waits for the evaluation runtime only to be refused.
  process.env.COUNTERFOIL_RUNTIME = 'production';
  const runtime = await tryFindRuntime();
  return runtime.ok ? makePackage('release', runtime.value) : err(runtime.error.say);
}

/** Makes a rehearsal: what a release is, on the runtime that no release is made with. */
export async function packageRehearsal(
  parts: PackageParts = productParts,
): Promise<Result<PackagedApplication, string>> {
  // Forced: a machine that has the production runtime rehearses on the evaluation runtime all the same.
  if (process.env.COUNTERFOIL_RUNTIME !== 'electron-25') process.env.COUNTERFOIL_RUNTIME = 'evaluation';
  const runtime = await tryFindRuntime();
  return runtime.ok ? makePackage('rehearsal', runtime.value, parts) : err(runtime.error.say);
}

/**
 * Bundles into a workshop of its own (out/app may be running), packs, completes and proves the package there,
 * and renames it into place: a package that exists is whole.
 */
export async function makePackage(
  kind: PackageKind,
  runtime: Runtime,
  parts: PackageParts = productParts,
  architecture: Architecture = OWN_ARCHITECTURE,
): Promise<Result<PackagedApplication, string>> {
  const refusal = packageRefusal(kind, runtime);
  if (refusal !== null) return err(refusal);
  if (process.platform !== 'linux')
    return err(`Packages are made on Linux only, and this is ${process.platform}.`);
  const platform = await platformPackages(architecture);
  if (!platform.ok) return platform;
  process.stdout.write(`${runtime.say}\n`);
  const name = packageName(kind, architecture);
  const mode = kind === 'evaluation' ? 'evaluation' : 'release';
  await mkdir(packagesFolder, { recursive: true });
  const workshop = await mkdtemp(join(packagesFolder, '.making-'));
  try {
    const application = join(workshop, 'app');
    await parts.bundle(mode, application);
    await bundleLauncher(mode, runtime.kind, application);
    const traces = mode === 'release' ? await evaluationTracesIn(application) : [];
    if (traces.length > 0)
      return err(`The release bundle holds what only evaluation may: ${traces.join(', ')}.`);
    const unpacked = await runElectronBuilder({
      runtime,
      application,
      productName: name.product,
      version: packageVersion(),
      output: join(workshop, 'made'),
      architecture,
    });
    const described = await describePieces(name, {
      ...{ unpacked, bundled: application, kind, platform: platform.value },
      electronVersion: runtime.electronVersion,
    });
    if (!described.ok) return described;
    const strangers = await notShippableIn(unpacked);
    if (strangers.length > 0) return err(`The package holds what none may: ${strangers.join(', ')}.`);
    const wrong = await wrongFuses(join(unpacked, 'counterfoil-session'), runtime.electronVersion);
    if (wrong.length > 0) return err(`These fuses are not as they must be: ${wrong.join(', ')}.`);
    await writeManifest(unpacked, {
      version: packageVersion(),
      kind,
      electron: runtime.electronVersion,
      node: await shippedNodeVersion(platform.value),
    });
    const folder = join(packagesFolder, name.folder);
    await rm(folder, { recursive: true, force: true });
    await rename(unpacked, folder);
    return ok({ folder, launcher: join(folder, 'counterfoil'), name, architecture });
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

/** Completes a package, and writes beside its programs what it is made of. */
async function describePieces(name: PackageName, pieces: PackagePieces): Promise<Result<null, string>> {
  const parties = await completePackage(pieces);
  const npm = await npmSbom();
  if (!npm.ok) return npm;
  const addons = await addonSboms(join(pieces.unpacked, 'resources', 'programs', 'node_modules'));
  const sbom = sbomOf(parties, { slug: name.slug, version: packageVersion(), npm: npm.value, addons });
  await writeFile(join(pieces.unpacked, SBOM), sbom);
  await openToReaders(pieces.unpacked);
  return ok(null);
}

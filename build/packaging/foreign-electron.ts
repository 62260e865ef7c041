import { open } from 'node:fs/promises';
import { err, ok, type Result } from '../../shared/result.ts';
import { findInstalledElectron } from '../runtime/production.ts';
import type { Runtime } from '../runtime/runtime.ts';
import type { Architecture } from './architecture.ts';

/** `e_machine` of an ELF file (elf(5)): what it runs on. */
const MACHINES: Readonly<Record<Architecture, number>> = { x64: 62, arm64: 183 };
const MACHINE_AT = 18;

/**
 * The production Electron for another processor than this machine's. It can't be started here, so it is brought by hand: no
 * registry of npm has one.
 */
export async function foreignElectron(
  version: string,
  architecture: Architecture,
  folder = process.env.ELECTRON_OVERRIDE_DIST_PATH,
): Promise<Result<Runtime, string>> {
  const missing = `A package for linux-${architecture} needs Electron ${version} for linux-${architecture}. Unpack electron-v${version}-linux-${architecture}.zip from its vendor, and name the folder in ELECTRON_OVERRIDE_DIST_PATH.`;
  if (folder === undefined || folder === '') return err(missing);
  const found = await findInstalledElectron(version, folder);
  if (found === null) return err(`${folder} has no Electron ${version}. ${missing}`);
  if ((await machineOf(found.executable)) !== MACHINES[architecture])
    return err(`The Electron in ${folder} is for another processor. ${missing}`);
  return ok({
    ...{ kind: 'production', electronVersion: version, executable: found.executable, folder: found.folder },
    say: `Electron ${version} for linux-${architecture} in ${folder}; it was not started, because this machine can't run it.`,
  });
}

async function machineOf(executable: string): Promise<number | null> {
  const file = await open(executable);
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MACHINE_AT + 2), 0, MACHINE_AT + 2, 0);
    const isElf = bytesRead === MACHINE_AT + 2 && buffer.toString('latin1', 0, 4) === '\x7fELF';
    return isElf ? buffer.readUInt16LE(MACHINE_AT) : null;
  } finally {
    await file.close();
  }
}

import { createHash } from 'node:crypto';
import { readdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../../build/machine/command.ts';
import { type System, unpackSystem } from '../container.ts';
import { ARCHIVE, freshDebian } from '../debian-system.ts';
import { drawInMemory, putIn } from '../installed-system.ts';
import type { EvaluationPackage } from '../packages.ts';

/** What the suite itself uses there: a display without a graphics card, and its keys. */
const FOR_TESTS = ['xvfb', 'xdotool'];
/** As Debian's installer calls a computer of which nobody has thought. */
const NAME_BEFORE = 'debian';

/**
 * A computer with a fresh Debian and nothing of ours, neither installed nor needed. Its apt has an archive on its own disk with the
 * packages that ours wants: a container has no network.
 */
export async function newComputer(parent: string, { needs, recommends }: EvaluationPackage): Promise<System> {
  const system = await unpackSystem(await freshDebian(FOR_TESTS, [...needs, ...recommends]), parent);
  putIn(system, 'etc/hostname', `${NAME_BEFORE}\n`);
  drawInMemory(system);
  // What waits for the disk after each file guards against a power cut, and there is none here.
  putIn(system, 'etc/dpkg/dpkg.cfg.d/suite', 'force-unsafe-io\n');
  await offerArchive(system);
  return system;
}

/** Has apt take packages from the folder that came with the system, and from nowhere else. */
async function offerArchive(system: System): Promise<void> {
  const at = (path: string): string => join(system.root, path);
  rmSync(at('etc/apt/sources.list.d'), { recursive: true, force: true });
  putIn(system, 'etc/apt/sources.list', `deb [trusted=yes] file:${ARCHIVE} ./\n`);
  const entries: string[] = [];
  for (const name of readdirSync(at(ARCHIVE)).sort()) entries.push(await entryOf(at(ARCHIVE), name));
  const index = entries.join('\n');
  putIn(system, `${ARCHIVE}/Packages`, index);
  // Without it apt asks for the index in every compression there is.
  const hash = `SHA256:\n ${sha256(index)} ${Buffer.byteLength(index)} Packages\n`;
  putIn(system, `${ARCHIVE}/Release`, `Date: ${new Date().toUTCString()}\n${hash}`);
}

/** What apt is told of one package (deb822). It gets a name without the signs that an address of a file has for others. */
async function entryOf(folder: string, name: string): Promise<string> {
  const plain = name.replaceAll('%3a', '-');
  renameSync(join(folder, name), join(folder, plain));
  const fields = await runCommand('dpkg-deb', ['--field', join(folder, plain)]);
  if (!fields.ok) throw new Error(`${name}: ${fields.error.output}`);
  const bytes = readFileSync(join(folder, plain));
  return `${fields.value.trimEnd()}
Filename: ./${plain}
Size: ${bytes.length}
SHA256: ${sha256(bytes)}
`;
}

function sha256(bytes: string | Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

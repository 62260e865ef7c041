import { constants } from 'node:fs';
import { cp, mkdir, mkdtemp, readFile, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '../../../shared/result.ts';
import { exampleSettings } from '../../../shared/settings/example-settings.ts';
import { findProgram, runCommand } from '../../machine/command.ts';
import { repository } from '../../vite/repository.ts';
import { DEBIAN_ARCHITECTURES } from '../architecture.ts';
import { COPYRIGHT } from '../complete-package.ts';
import { type PackagedApplication, SBOM } from '../package-application.ts';
import type { PackageName } from '../package-name.ts';
import { sourceDate } from '../source-date.ts';
import { newestEntry } from './changelog.ts';
import { controlFile, desktopEntry, installedFolder } from './control.ts';
import { conffilesIn, installedSize, md5sums, settleTree } from './settle-tree.ts';
import { copyTemplates, readTemplate, writeCompressed, writeScripts } from './templates.ts';

/**
 * Makes a .deb of a package beside it, with dpkg-deb alone: electron-builder's way there wants a tool from GitHub, and
 * would put the session's executable, which refuses to be started, into menu and PATH. Equal bytes for equal sources,
 * whatever the folder, the umask and the date.
 */
export async function makeDeb({
  folder,
  name,
  architecture,
}: PackagedApplication): Promise<Result<string, string>> {
  if ((await findProgram('dpkg-deb')) === null) return err('There is no dpkg-deb here, so no .deb was made.');
  const parent = dirname(folder);
  const changelog = await readTemplate('changelog', name);
  const { version, date } = newestEntry(changelog);
  const epoch = await sourceDate(process.env.SOURCE_DATE_EPOCH, date);
  const tree = await mkdtemp(join(parent, '.deb-'));
  try {
    await layOut(tree, folder, name, changelog);
    const conffiles = await conffilesIn(tree);
    await writeScripts(join(tree, 'DEBIAN'), name);
    const write = (path: string, text: string) => writeFile(join(tree, 'DEBIAN', path), text);
    const kibibytes = await installedSize(tree);
    await write('control', controlFile({ name, version, architecture, kibibytes }));
    await write('conffiles', conffiles.map((path) => `${path}\n`).join(''));
    await write('md5sums', await md5sums(tree, conffiles));
    await settleTree(tree, epoch);
    return await pack(
      tree,
      join(parent, `${name.slug}_${version}_${DEBIAN_ARCHITECTURES[architecture]}.deb`),
      epoch,
    );
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

/** All that the package puts on a machine. */
async function layOut(tree: string, folder: string, name: PackageName, changelog: string): Promise<void> {
  const opt = installedFolder(name);
  await mkdir(join(tree, 'opt'), { recursive: true });
  await cp(folder, join(tree, opt), { recursive: true, mode: constants.COPYFILE_FICLONE });
  await copyTemplates('root', tree, name);
  if (hasSettings(name)) await addExampleSettings(tree, name);
  await mkdir(join(tree, 'usr/bin'), { recursive: true });
  await symlink(`${opt}/counterfoil`, join(tree, 'usr/bin', name.slug));
  const documents = join(tree, 'usr/share/doc', name.slug);
  await writeCompressed(join(documents, 'changelog.Debian.gz'), changelog);
  await writeCompressed(
    join(tree, 'usr/share/man/man1', `${name.slug}.1.gz`),
    await readTemplate('manual.1', name),
  );
  await cp(join(folder, COPYRIGHT), join(documents, 'copyright'));
  await writeCompressed(join(documents, 'sbom.cdx.json.gz'), await readFile(join(folder, SBOM), 'utf8'));
  if (name.kind !== 'release') await addToMenu(tree, name);
}

/** An evaluation package has settings without a file, and starts for whoever has installed it. */
function hasSettings({ kind }: PackageName): boolean {
  return kind !== 'evaluation';
}

/** Every key with what it does. `postinst` puts it where the settings are, unless there are some. */
async function addExampleSettings(tree: string, { slug }: PackageName): Promise<void> {
  const file = join(tree, 'usr/share', slug, 'settings.toml.example');
  await mkdir(dirname(file), { recursive: true });
  await writeFile(file, exampleSettings());
}

async function addToMenu(tree: string, name: PackageName): Promise<void> {
  const applications = join(tree, 'usr/share/applications');
  const icons = join(tree, 'usr/share/icons/hicolor/scalable/apps');
  await mkdir(applications, { recursive: true });
  await mkdir(icons, { recursive: true });
  await writeFile(join(applications, `${name.slug}.desktop`), desktopEntry(name));
  const icon = fileURLToPath(new URL('build/icons/counterfoil.svg', repository));
  await cp(icon, join(icons, `${name.slug}.svg`));
}

async function pack(tree: string, file: string, epoch: number): Promise<Result<string, string>> {
  const part = `${file}.part`;
  const built = await runCommand(
    'dpkg-deb',
    [
      '--root-owner-group',
      // One thread: with more of them zstd cuts the stream elsewhere.
      ...['-Zzstd', '-z3', '--threads-max=1'],
      ...['--build', tree, part],
    ],
    { environment: { SOURCE_DATE_EPOCH: `${epoch}` } },
  );
  if (!built.ok) return err(`dpkg-deb could not make the .deb: ${built.error.output.trim()}`);
  await rename(part, file);
  return ok(file);
}

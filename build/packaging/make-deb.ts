import { constants } from 'node:fs';
import { cp, mkdir, mkdtemp, rename, rm, symlink, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { err, ok, type Result } from '../../shared/result.ts';
import { exampleSettings } from '../../shared/settings/example-settings.ts';
import { SETTINGS_FILE } from '../../shared/settings/settings-place.ts';
import { findProgram, runCommand } from '../machine/command.ts';
import { repository } from '../vite/repository.ts';
import {
  afterInstallation,
  configurationFiles,
  controlFile,
  desktopEntry,
  installedFolder,
} from './debian-files.ts';
import { openToReaders } from './open-to-readers.ts';
import type { PackagedApplication } from './package-application.ts';
import { packageVersion } from './package-name.ts';
import { weighFolder } from './weigh-folder.ts';

/**
 * Makes a .deb of a package, with dpkg-deb alone: electron-builder's way there wants a tool from GitHub, and
 * would put the session's executable, which refuses to be started, into menu and PATH.
 */
export async function makeDeb({ folder, name }: PackagedApplication): Promise<Result<string, string>> {
  if ((await findProgram('dpkg-deb')) === null) return err('There is no dpkg-deb here, so no .deb was made.');
  const parent = dirname(folder);
  const tree = await mkdtemp(join(parent, '.deb-'));
  try {
    const opt = installedFolder(name);
    const { bytes } = await weighFolder(folder);
    await mkdir(join(tree, 'opt'), { recursive: true });
    await cp(folder, join(tree, opt), { recursive: true, mode: constants.COPYFILE_FICLONE });
    await write(tree, 'DEBIAN/control', controlFile(name, packageVersion(), Math.ceil(bytes / 1024)));
    await write(tree, 'DEBIAN/postinst', afterInstallation(name), 0o755);
    // An evaluation package has settings without a file, and starts for whoever has installed it.
    if (name.kind !== 'evaluation') {
      await write(tree, SETTINGS_FILE, exampleSettings());
      await write(tree, 'DEBIAN/conffiles', configurationFiles());
    }
    await write(tree, `usr/share/applications/${name.slug}.desktop`, desktopEntry(name));
    await mkdir(join(tree, 'usr/bin'), { recursive: true });
    await symlink(`${opt}/counterfoil`, join(tree, 'usr/bin', name.slug));
    const icons = join(tree, 'usr/share/icons/hicolor/scalable/apps');
    await mkdir(icons, { recursive: true });
    const icon = fileURLToPath(new URL('build/icons/counterfoil.svg', repository));
    await cp(icon, join(icons, `${name.slug}.svg`));
    const documents = join(tree, 'usr/share/doc', name.slug);
    await mkdir(documents, { recursive: true });
    await cp(fileURLToPath(new URL('LICENSE', repository)), join(documents, 'copyright'));
    await openToReaders(tree);
    const file = join(parent, `${name.slug}_${packageVersion()}_amd64.deb`);
    const part = `${file}.part`;
    const built = await runCommand('dpkg-deb', [
      '--root-owner-group',
      '-Zzstd',
      '-z3',
      '--build',
      tree,
      part,
    ]);
    if (!built.ok) return err(`dpkg-deb could not make the .deb: ${built.error.output.trim()}`);
    await rename(part, file);
    return ok(file);
  } finally {
    await rm(tree, { recursive: true, force: true });
  }
}

async function write(tree: string, path: string, content: string, mode = 0o644): Promise<void> {
  await mkdir(dirname(join(tree, path)), { recursive: true });
  await writeFile(join(tree, path), content, { mode });
}

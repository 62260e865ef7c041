import { rename } from 'node:fs/promises';
import { basename, dirname } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import { runCommand } from '../machine/command.ts';
import { newestEntry } from './deb/changelog.ts';
import { readTemplate } from './deb/templates.ts';
import type { PackagedApplication } from './package-application.ts';
import { sourceDate } from './source-date.ts';

/**
 * Makes a .tar.gz of a package beside it, for whoever installs it otherwise. Equal bytes for equal sources: modes are the
 * package's own (`openToReaders`).
 */
export async function makeTar({ folder, name }: PackagedApplication): Promise<Result<string, string>> {
  const { date } = newestEntry(await readTemplate('changelog', name));
  const epoch = await sourceDate(process.env.SOURCE_DATE_EPOCH, date);
  const file = `${folder}.tar.gz`;
  const part = `${file}.part`;
  const made = await runCommand('tar', [
    ...['--sort=name', `--mtime=@${epoch}`, '--owner=0', '--group=0', '--numeric-owner', '--format=gnu'],
    // Neither a name nor a time in the head.
    ...['--use-compress-program=gzip -n', '--create', '--file', part],
    ...['--directory', dirname(folder), basename(folder)],
  ]);
  if (!made.ok) return err(`tar could not make the archive: ${made.error.output.trim()}`);
  await rename(part, file);
  return ok(file);
}

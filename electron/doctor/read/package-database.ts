import { basename, dirname, join } from 'node:path';
import type { PackageDatabaseState } from '../../../shared/doctor/program/package-database.ts';
import { valueIn } from '../../../shared/doctor/reading.ts';
import { namesIn, readText } from './files.ts';
import { runProgram } from './run-program.ts';

/**
 * Asks dpkg to compare the files of the package that has this file. A package of ours is called like its folder, so its list of
 * files is looked at directly: dpkg's own search complains on standard error of whatever it does not find.
 */
export function packageDatabaseState(file: string): PackageDatabaseState {
  const name = basename(dirname(file));
  const list = readText(`/var/lib/dpkg/info/${name}.list`);
  if (list.kind !== 'read' || !list.text.split('\n').includes(file)) return { kind: 'not-installed' };
  const answer = runProgram('dpkg', ['--verify', name]);
  switch (answer.kind) {
    case 'not-there':
      return { kind: 'not-installed' };
    case 'failed':
      return { kind: 'not-run', why: answer.why };
    case 'ended':
      // 1 where something differs, which its output says; 2 where it could not look.
      return answer.code > 1
        ? { kind: 'not-run', why: `exit code ${answer.code}` }
        : { kind: 'verified', name, output: answer.output, settings: dpkgSettings() };
  }
}

/** What dpkg is told at each call (dpkg.cfg(5)), in the order that it reads it. */
function dpkgSettings(): readonly string[] {
  const folder = '/etc/dpkg/dpkg.cfg.d';
  const parts = (namesIn(folder) ?? []).filter((name) => /^[\w-]+$/.test(name));
  return [...parts.map((name) => join(folder, name)), '/etc/dpkg/dpkg.cfg'].map(
    (path) => valueIn(readText(path)) ?? '',
  );
}

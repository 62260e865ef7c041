import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from '../../build/machine/command.ts';
import { OWN_ARCHITECTURE } from '../../build/packaging/architecture.ts';
import { makeDeb } from '../../build/packaging/deb/make-deb.ts';
import { packageName } from '../../build/packaging/package-name.ts';
import { packageByCommand, packageOfSources, type TriedKind } from '../support/package-of-sources.ts';
import { SLUG } from './counter.ts';

/** The evaluation package as a .deb. */
export interface EvaluationPackage {
  readonly first: string;
  /** The packages that must be there before, by their names in Debian 13. */
  readonly needs: readonly string[];
  /** Those that apt brings along besides. */
  readonly recommends: readonly string[];
}

/** The same, with versions after it. */
export interface Packages extends EvaluationPackage {
  /** The same program as a newer version. */
  readonly second: string;
  /** A newer version still, whose page never comes up. */
  readonly broken: string;
}

/** The .deb of a package made of the sources as they are. */
export async function debOf(kind: TriedKind): Promise<string> {
  return debFrom(await packageOfSources(kind, () => packageByCommand(kind)), kind);
}

/** The .deb of a package's folder, beside it. */
export async function debFrom(folder: string, kind: TriedKind): Promise<string> {
  const deb = await makeDeb({
    ...{ folder, launcher: join(folder, 'counterfoil') },
    ...{ name: packageName(kind, OWN_ARCHITECTURE), architecture: OWN_ARCHITECTURE },
  });
  if (!deb.ok) throw new Error(deb.error);
  return deb.value;
}

/** Makes the package. */
export async function makePackage(): Promise<EvaluationPackage> {
  const first = await debOf('evaluation');
  const listed = async (field: string): Promise<readonly string[]> => {
    const names = await said('dpkg-deb', '--field', first, field);
    // Of alternatives the first is Debian 13's.
    return names.split(',').map((each) => each.split('|')[0]?.trim().split(' ')[0] ?? '');
  };
  return { first, needs: await listed('Depends'), recommends: await listed('Recommends') };
}

/** Makes it and the versions after it, these in a folder of the suite's. */
export async function makePackages(folder: string): Promise<Packages> {
  const made = await makePackage();
  const program = join('opt', SLUG, 'counterfoil-session');
  const [second, broken] = [
    await later(made.first, { folder, suffix: '+2', change: () => undefined }),
    await later(made.first, {
      ...{ folder, suffix: '+3' },
      change(tree) {
        writeFileSync(join(tree, program), '#!/bin/sh\nexit 1\n');
        chmodSync(join(tree, program), 0o755);
      },
    }),
  ];
  return { ...made, second, broken };
}

interface Later {
  readonly folder: string;
  /** What its version has behind that of the first one. */
  readonly suffix: string;
  change(tree: string): void;
}

async function later(deb: string, { folder, suffix, change }: Later): Promise<string> {
  const tree = join(folder, `tree${suffix}`);
  mkdirSync(tree);
  await said('dpkg-deb', '--raw-extract', deb, tree);
  const control = join(tree, 'DEBIAN', 'control');
  writeFileSync(control, readFileSync(control, 'utf8').replace(/^Version: .*$/m, `$&${suffix}`));
  change(tree);
  const file = join(folder, `counterfoil${suffix}.deb`);
  await said('dpkg-deb', '--root-owner-group', '-Zgzip', '-z1', '--build', tree, file);
  return file;
}

async function said(program: string, ...words: readonly string[]): Promise<string> {
  const done = await runCommand(program, words);
  if (!done.ok) throw new Error(`${done.error.command}: ${done.error.output}`);
  return done.value.trim();
}

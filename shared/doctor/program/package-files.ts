import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';
import { REINSTALL } from '../remedy-commands.ts';

export const packageFiles = declareCheck({
  id: 'package-files',
  title: 'Files of the package, by their hashes',
  why: 'A program that was changed after it was packaged promises nothing, and neither does one that a disk has damaged.',
  goLive: { kind: 'breaks', invariants: [10], whenUnknown: 'stops' },
  remedies: {
    install: REINSTALL,
    comesBack:
      'If it comes back, run `smartctl -a DEVICE` (package `smartmontools`) to test the disk, and look who can write there: `namei -l /opt/counterfoil`.',
  },
});

/** How the files of the package compare with its manifest. */
export type PackageFilesState =
  | { readonly kind: 'no-package' }
  | { readonly kind: 'no-manifest' }
  | { readonly kind: 'unreadable-manifest' }
  | {
      readonly kind: 'compared';
      readonly files: number;
      /** Paths from the top of the package. */
      readonly changed: readonly string[];
      readonly missing: readonly string[];
      readonly added: readonly string[];
    };

export function judgePackageFiles(state: PackageFilesState, isForResidents: boolean): Finding {
  const { install, comesBack } = packageFiles.remedies;
  switch (state.kind) {
    case 'no-package':
      return notThere('The kiosk runs from no package.');
    case 'no-manifest':
      return notThere('This package has no manifest to compare its files with.');
    case 'unreadable-manifest':
      return fail('The package’s manifest can’t be read.', install, comesBack);
    case 'compared': {
      const wrong = [
        ...told('changed', state.changed),
        ...told('missing', state.missing),
        ...told('not of the package', state.added),
      ];
      if (wrong.length === 0) return pass(`All ${state.files} files are as they were packaged.`);
      return fail(`${wrong.join(' ')}`, install, comesBack);
    }
  }

  /** A release comes as a package with a manifest: whoever deletes it must not have fewer checks for it. */
  function notThere(found: string): Finding {
    return isForResidents ? fail(found, install, comesBack) : notRun(found);
  }
}

function told(what: string, paths: readonly string[]): readonly string[] {
  const [first, ...others] = paths;
  if (first === undefined) return [];
  return [others.length === 0 ? `${first} is ${what}.` : `${first} and ${others.length} more are ${what}.`];
}

import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';
import { isLeftOut } from '../parse/dpkg-filters.ts';

export const packageDatabase = declareCheck({
  id: 'package-database',
  title: 'The package, by dpkg -V',
  why: 'The system’s own list of installed files tells a change that came with a manifest of its own.',
  // An archive that was unpacked is in no list.
  goLive: { kind: 'stops', whenUnknown: 'tolerated' },
  remedies: {
    install:
      'Run `apt-get install --reinstall ./{name}_VERSION_ARCH.deb` as root, in the folder that has this release’s package.',
  },
});

/** What the system's list of packages says. */
export type PackageDatabaseState =
  /** There is no dpkg, or none of its packages has the program. */
  | { readonly kind: 'not-installed' }
  | { readonly kind: 'not-run'; readonly why: string }
  /** `output`: of `dpkg -V`, empty where nothing differs. `settings`: what dpkg.cfg and its folder say, in reading order. */
  | {
      readonly kind: 'verified';
      readonly name: string;
      readonly output: string;
      readonly settings: readonly string[];
    };

export function judgePackageDatabase(state: PackageDatabaseState): Finding {
  switch (state.kind) {
    case 'not-installed':
      return notRun('No package of this system has the program: it was unpacked, not installed.');
    case 'not-run':
      return notRun(`dpkg gave no answer: ${state.why}.`);
    case 'verified': {
      const differing = differingFiles(state.output, state.settings);
      const [first] = differing;
      if (first === undefined)
        return pass(`All files of ${state.name} that can be read are as dpkg knows them.`);
      return fail(
        `${differing.length} files of ${state.name} differ, such as ${first}.`,
        remedy(packageDatabase.remedies.install, { name: state.name }),
      );
    }
  }
}

/**
 * The files that `dpkg -V` names (dpkg(1), rpm's format): nine characters, a `c` for a settings file, the path. One that is
 * missing has the word in the place of the characters, and so has one that this account may not see. Settings files are meant to
 * be changed; what dpkg was told to leave out was never there.
 */
export function differingFiles(output: string, settings: readonly string[]): readonly string[] {
  return output.split('\n').flatMap((line) => {
    const [, what, attribute = '', path, why = ''] =
      /^(missing|[?.\w]{9})\s+(?:([a-z])\s+)?(\/.*?)(?:\s+\(([^)]*)\))?$/.exec(line) ?? [];
    if (path === undefined || attribute === 'c' || why === 'Permission denied') return [];
    return what === 'missing' && isLeftOut(path, settings) ? [] : [path];
  });
}

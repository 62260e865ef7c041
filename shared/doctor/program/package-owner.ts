import { declareCheck, remedy } from '../check.ts';
import { type Finding, fail, notRun, pass, warn } from '../finding.ts';

export const packageOwner = declareCheck({
  id: 'package-owner',
  title: 'Who may change the program',
  why: 'Electron doesn’t check its own files on Linux: a program that its account may write to can be exchanged by any hole in it.',
  goLive: { kind: 'breaks', invariants: [10], whenUnknown: 'stops' },
  remedies: {
    own: 'Run `chown -R root: {folder} && chmod -R go-w {folder}` as root.',
    above: 'Run `chown root: {path} && chmod go-w {path}` as root.',
  },
});

/** A folder or a file. `mode`: the nine bits of its rights. `isSticky`: in it nobody moves what is another's. */
export interface PackageEntry {
  readonly path: string;
  readonly owner: number;
  readonly mode: number;
  readonly isSticky: boolean;
}

export interface PackageOwnerFacts {
  readonly folder: string;
  /** What is in the package, and the folders above it. */
  readonly entries: readonly PackageEntry[] | 'no-package' | 'unreadable';
  readonly isForResidents: boolean;
}

const OTHERS_WRITE = 0o022;

export function judgePackageOwner({ folder, entries, isForResidents }: PackageOwnerFacts): Finding {
  if (entries === 'no-package') return notRun('The kiosk runs from no package.');
  if (entries === 'unreadable') return notRun(`${folder} can’t be listed by this account.`);
  const loose = entries.filter(
    ({ owner, mode, isSticky }) => owner !== 0 || ((mode & OTHERS_WRITE) !== 0 && !isSticky),
  );
  const [first] = loose;
  if (first === undefined) return pass('Only root may change the program.');
  const found =
    loose.length === 1
      ? `${first.path} can be changed by others than root.`
      : `${first.path} and ${loose.length - 1} more can be changed by others than root.`;
  const isInside = first.path === folder || first.path.startsWith(`${folder}/`);
  const todo = isInside
    ? remedy(packageOwner.remedies.own, { folder })
    : remedy(packageOwner.remedies.above, { path: first.path });
  return isForResidents ? fail(found, todo) : warn(found, todo);
}

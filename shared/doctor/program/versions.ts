import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';
import { REINSTALL } from '../remedy-commands.ts';
import type { PackageManifest } from './package-manifest.ts';

export const versions = declareCheck({
  id: 'versions',
  title: 'Versions of kiosk, Electron and Node',
  why: 'Parts of two releases side by side, as after an upgrade that was cut short, were never tested together.',
  goLive: { kind: 'stops', whenUnknown: 'stops' },
  remedies: { install: REINSTALL },
});

export interface VersionFacts {
  /** Null: there is none that can be read. */
  readonly manifest: PackageManifest | null;
  /** What runs: the program's own version, and Node's. */
  readonly program: string;
  readonly node: string;
  readonly isForResidents: boolean;
}

export function judgeVersions({ manifest, program, node, isForResidents }: VersionFacts): Finding {
  const running = `This is version ${program} on Node ${node}.`;
  if (manifest === null) {
    const found = `${running} No manifest says what was packaged.`;
    return isForResidents ? fail(found, versions.remedies.install) : notRun(found);
  }
  // Electron isn't started here to be asked: its file is one of those that are compared by their hashes.
  const electron = `The manifest names Electron ${manifest.electron}, whose files the check of files compares.`;
  if (manifest.version === program && manifest.node === node) return pass(`${running} ${electron}`);
  return fail(
    `${running} Version ${manifest.version} was packaged, with Node ${manifest.node}.`,
    versions.remedies.install,
  );
}

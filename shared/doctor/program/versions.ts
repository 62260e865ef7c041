import { declareCheck } from '../check.ts';
import { type Finding, fail, notRun, pass } from '../finding.ts';
import type { PackageManifest } from './package-manifest.ts';

export const versions = declareCheck({
  id: 'versions',
  title: 'Versions of kiosk, Electron and Node',
  why: 'Parts of two releases side by side, as after an upgrade that was cut short, were never tested together.',
  goLive: { kind: 'stops' },
  remedies: { install: 'Install the package again, and start the kiosk anew.' },
});

export interface VersionFacts {
  readonly manifest: PackageManifest | null;
  /** What runs: the program's own version, and Node's. */
  readonly program: string;
  readonly node: string;
}

export function judgeVersions({ manifest, program, node }: VersionFacts): Finding {
  const running = `This is version ${program} on Node ${node}.`;
  if (manifest === null) return notRun(`${running} No manifest says what was packaged.`);
  const packaged = `Version ${manifest.version} was packaged, with Electron ${manifest.electron} and Node ${manifest.node}.`;
  return manifest.version === program && manifest.node === node
    ? pass(`Version ${program}, Electron ${manifest.electron}, Node ${node}, as packaged.`)
    : fail(`${running} ${packaged}`, versions.remedies.install);
}

import { existsSync } from 'node:fs';
import { findProgram, type RunCommand } from './command.ts';
import type { Artifact, Need, Requirement } from './needs.ts';
import { requirements } from './needs.ts';

/** What looking at a machine takes; tests describe a machine with it. */
export interface MachineProbe {
  readonly run: RunCommand;
  readonly find: (program: string) => Promise<string | null>;
  readonly exists: (file: string) => boolean;
  /** As `process.arch`. */
  readonly architecture: string;
}

/** This machine. */
export function probeOf(run: RunCommand): MachineProbe {
  return { run, find: (program) => findProgram(program), exists: existsSync, architecture: process.arch };
}

/** The requirements of these needs that are not there, seen by the file itself and not by a package's name. */
export async function missingFor(
  needs: readonly Need[],
  probe: MachineProbe,
): Promise<readonly Requirement[]> {
  const wanted = requirements.filter((requirement) => needs.includes(requirement.need));
  const libraries = wanted.some(({ artifact }) => 'library' in artifact)
    ? await presentLibraries(probe)
    : new Set<string>();
  const missing: Requirement[] = [];
  for (const requirement of wanted) {
    if (!(await isPresent(requirement.artifact, probe, libraries))) missing.push(requirement);
  }
  return missing;
}

async function isPresent(
  artifact: Artifact,
  probe: MachineProbe,
  libraries: ReadonlySet<string>,
): Promise<boolean> {
  if ('library' in artifact) return libraries.has(artifact.library);
  if ('file' in artifact) return probe.exists(artifact.file);
  return (await probe.find(artifact.program)) !== null;
}

/**
 * The shared libraries that the loader knows, of our own architecture: on a multi-architecture machine a
 * 32-bit libgtk alone would pass for the one Electron needs.
 */
async function presentLibraries(probe: MachineProbe): Promise<ReadonlySet<string>> {
  const loader = (await probe.find('ldconfig')) ?? 'ldconfig';
  const listed = await probe.run(loader, ['-p']);
  if (!listed.ok) return new Set();
  const label = probe.architecture === 'arm64' ? 'AArch64' : 'x86-64';
  return new Set(
    listed.value
      .split('\n')
      .map((line) => /^\s*(\S+) \(([^)]*)\)/.exec(line))
      .filter((match) => match?.[2]?.includes(label))
      .flatMap((match) => match?.[1] ?? []),
  );
}

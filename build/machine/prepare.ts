import { err, ok, type Result } from '../../shared/result.ts';
import { commandForPeople, install, packagesFor, refreshIndex } from './apt.ts';
import { runCommand } from './command.ts';
import { type MachineProbe, missingFor, probeOf } from './missing-requirements.ts';
import { type Need, nameOf } from './needs.ts';
import { complaintAboutNode } from './node-version.mjs';
import { type Say, sayToStandardError, withProgress } from './progress.ts';

export interface PrepareOptions {
  readonly needs: readonly Need[];
}

/** A machine that has what was asked for. */
export interface PreparedMachine {
  /** The packages that were installed just now; usually none. */
  readonly installed: readonly string[];
}

/** Why the machine is not ready; `say` is for the person at the terminal. */
export interface MachineFailure {
  readonly kind: 'wrong-node' | 'needs-root' | 'no-apt' | 'apt-failed';
  readonly say: string;
  /** The one command that mends it, where there is one. */
  readonly command: string | null;
}

/** The machine and who asks; tests bring their own. */
export interface Circumstances {
  readonly probe: MachineProbe;
  readonly isRoot: boolean;
  readonly platform: NodeJS.Platform;
  readonly nodeVersion: string;
  readonly display: string | undefined;
  readonly say: Say;
}

function circumstances(): Circumstances {
  return {
    probe: probeOf(runCommand),
    isRoot: process.getuid?.() === 0,
    platform: process.platform,
    nodeVersion: process.versions.node,
    display: process.env.DISPLAY,
    say: sayToStandardError,
  };
}

/**
 * Sees to it that the system has the libraries and programs that `needs` stand for: as root it installs what
 * lacks, otherwise it names the one command. Quiet when nothing lacks.
 */
export async function prepareMachine(
  options: PrepareOptions,
  here: Circumstances = circumstances(),
): Promise<Result<PreparedMachine, MachineFailure>> {
  const complaint = complaintAboutNode(here.nodeVersion);
  if (complaint !== null) return err({ kind: 'wrong-node', say: complaint, command: null });
  // Windows and macOS bring all of it.
  if (here.platform !== 'linux') return ok({ installed: [] });

  const hasDisplay = here.display !== undefined && here.display !== '';
  const needs = options.needs.filter((need) => !(need === 'display' && hasDisplay));
  const missing = await missingFor(needs, here.probe);
  if (missing.length === 0) return ok({ installed: [] });

  const things = missing.map(({ artifact }) => nameOf(artifact));
  if ((await here.probe.find('apt-get')) === null) {
    const say = `This machine lacks ${things.join(', ')} and has no apt: install them with its own package manager.`;
    return err({ kind: 'no-apt', say, command: null });
  }
  if (!here.isRoot) {
    const { names, indexKnows } = await packagesFor(missing, here.probe.run);
    const command = commandForPeople(names, indexKnows);
    return err({
      kind: 'needs-root',
      say: `This machine lacks ${things.join(', ')}. Run: ${command}`,
      command,
    });
  }
  return installAsRoot(needs, here);
}

async function installAsRoot(
  needs: readonly Need[],
  here: Circumstances,
): Promise<Result<PreparedMachine, MachineFailure>> {
  const { run } = here.probe;
  const refreshed = await withProgress('Refreshing the index of Debian packages', here.say, () =>
    refreshIndex(run),
  );
  const { names } = await packagesFor(await missingFor(needs, here.probe), run);
  const installed = await withProgress(`Installing ${names.join(' ')}`, here.say, () => install(names, run));
  const remaining = await missingFor(needs, here.probe);
  // What counts is whether the files are there now, whatever apt thinks of its own success.
  if (remaining.length === 0) return ok({ installed: names });

  const reasons = [refreshed, installed].flatMap((step) => (step.ok ? [] : [step.error]));
  const things = remaining.map(({ packageNames }) => packageNames[0]);
  return err({
    kind: 'apt-failed',
    say: `apt could not bring ${things.join(', ')}:\n${reasons.join('\n')}`.trimEnd(),
    command: commandForPeople(names, refreshed.ok),
  });
}

import { err, ok, type Result } from '../../shared/result.ts';
import { lastLines, type RunCommand } from './command.ts';
import type { Requirement } from './needs.ts';

/** apt's messages are parsed, so in no language but its own; nobody sits there to answer its questions. */
const environment = { LC_ALL: 'C', DEBIAN_FRONTEND: 'noninteractive' };

/** Which of these packages apt could install. */
async function offered(names: readonly string[], run: RunCommand): Promise<ReadonlySet<string>> {
  const policy = await run('apt-cache', ['policy', ...names], { environment });
  if (!policy.ok) return new Set();
  const found = new Set<string>();
  let current = '';
  for (const line of policy.value.split('\n')) {
    const heading = /^(\S+):$/.exec(line);
    if (heading?.[1] !== undefined) current = heading[1];
    const candidate = /^\s+Candidate: (.+)$/.exec(line);
    if (candidate?.[1] !== undefined && candidate[1] !== '(none)') found.add(current);
  }
  return found;
}

/** The packages to install, by the names this Debian has, and whether apt's index knows all of them. */
export async function packagesFor(
  missing: readonly Requirement[],
  run: RunCommand,
): Promise<{ readonly names: readonly string[]; readonly indexKnows: boolean }> {
  const known = await offered(
    missing.flatMap(({ packageNames }) => packageNames),
    run,
  );
  const names = missing.map(
    ({ packageNames }) => packageNames.find((name) => known.has(name)) ?? packageNames[0],
  );
  return { names, indexKnows: names.every((name) => known.has(name)) };
}

// The words of the one command that installs these packages.
function installWords(names: readonly string[]): readonly string[] {
  return ['install', '-y', '--no-install-recommends', ...names];
}

/**
 * The command for a person without root. A machine that never ran `apt-get update` (a fresh container) knows
 * no package, so there the line begins with it.
 */
export function commandForPeople(names: readonly string[], indexKnows: boolean): string {
  const install = ['sudo', 'apt-get', ...installWords(names)].join(' ');
  return indexKnows ? install : `sudo apt-get update && ${install}`;
}

/** Refreshes apt's index. An old index names files that the mirror no longer has. */
export async function refreshIndex(run: RunCommand): Promise<Result<void, string>> {
  const refreshed = await run('apt-get', ['update'], { environment });
  return refreshed.ok ? ok(undefined) : err(lastLines(refreshed.error.output));
}

/** Installs packages; waits two minutes for another apt to end. */
export async function install(names: readonly string[], run: RunCommand): Promise<Result<void, string>> {
  const installed = await run('apt-get', ['-o', 'DPkg::Lock::Timeout=120', ...installWords(names)], {
    environment,
  });
  return installed.ok ? ok(undefined) : err(lastLines(installed.error.output));
}

import { type FileHit, searchFiles } from '../../electron/core/search/search-files.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import { commandLine, descendantsOf, processesOfSession } from '../support/memory/process-tree.ts';
import { createMemorySearch, type MemoryHit, scanProcess } from '../support/memory/scan-process.ts';

/** What a scan of memory found, hit by hit, with the process named in words. */
export interface MemoryFinding {
  readonly label: string;
  readonly encoding: string;
  readonly process: string;
}

/** What kind of process this is: `renderer`, `core`, `keeper` … */
export function kindOf(pid: number): string {
  const words = (commandLine(pid) ?? []).join(' ');
  const type = words.match(/--type=([a-z-]+)/)?.[1];
  const part =
    words.match(/\/(core|worker|production)\.mjs/)?.[1] ?? words.match(/(witness-keeper|keeper)\.mjs/)?.[1];
  if (part !== undefined) return part;
  return type === undefined ? 'main' : type;
}

/** Every living process of a keeper and of all its sessions, those included whose parent has died. */
export function treeOf(keeper: number, sessions: ReadonlySet<number>): readonly number[] {
  const pids = new Set([keeper, ...descendantsOf(keeper)]);
  for (const session of sessions) for (const pid of processesOfSession(session)) pids.add(pid);
  return [...pids];
}

/** Searches the memory of processes. A process that ended meanwhile has no memory and counts as ended. */
export function scanMemory(
  pids: readonly number[],
  patterns: readonly SearchPattern[],
): { readonly findings: readonly MemoryFinding[]; readonly scanned: number; readonly bytes: number } {
  const search = createMemorySearch(patterns);
  const findings: MemoryFinding[] = [];
  let scanned = 0;
  let bytes = 0;
  for (const pid of pids) {
    const process = `${kindOf(pid)} (${pid})`;
    const scan = scanProcess(pid, search);
    if (scan.gone) continue;
    scanned += 1;
    bytes += scan.bytesRead;
    findings.push(
      ...scan.hits.map((hit: MemoryHit) => ({ label: hit.label, encoding: hit.encoding, process })),
    );
  }
  search.forget();
  return { findings, scanned, bytes };
}

/** Searches files below the roots that changed since a moment. */
export async function scanFiles(
  roots: readonly string[],
  patterns: readonly SearchPattern[],
  changedSince: number,
): Promise<{ readonly hits: readonly FileHit[]; readonly files: number; readonly bytes: number }> {
  const { hits, files, bytes, unreadable } = await searchFiles({ roots, patterns, changedSince });
  // Other programs' files come and go in shared folders; one of ours that cannot be read would be a finding.
  const ours = unreadable.filter(({ path }) => path.includes('counterfoil'));
  if (ours.length > 0) throw new Error(`files of the product could not be read: ${JSON.stringify(ours)}`);
  return { hits, files, bytes };
}

import type {
  RecordSearchOrder,
  RecordSearchReport,
  SealedName,
} from '../../../shared/contract/command/record-search.ts';
import { type RecordMatch, type SearchFindings, verdictOf } from '../../../shared/record-search/statement.ts';
import type { RecordProcesses } from '../record-processes/record-processes.ts';
import { type HeldApplicationsPort, heldApplications, lookAt } from './held-applications.ts';

/** As many processes as keep two processors busy; more of them know more people at once. */
const IN_FLIGHT = 3;

/** Processes that search one application each. */
export type SearchProcesses = RecordProcesses<RecordSearchOrder, RecordSearchReport>;

/** What a search of everything needs. */
export interface SearchHeldPort extends HeldApplicationsPort {
  readonly processes: SearchProcesses;
}

/** How far a search is. */
export interface SearchProgress {
  readonly done: number;
  readonly of: number;
}

/**
 * Opens every application that the kiosk holds now, each in a process of its own, and counts all of them. Null: it was
 * stopped, and nothing is answered. `digest`: of the name that was agreed on; a process that searched for another one
 * has searched nothing.
 * @throws when a process cannot be proven ended.
 */
export async function searchHeld(
  port: SearchHeldPort,
  asked: { readonly name: SealedName; readonly digest: string },
  stopped: AbortSignal,
  tell: (progress: SearchProgress) => void,
): Promise<SearchFindings | null> {
  const all = heldApplications(port);
  const waiting = [...all];
  const matches: RecordMatch[] = [];
  const counts = { searched: 0, unsearchable: 0, beingErased: 0 };

  async function searchOne(id: (typeof all)[number]): Promise<keyof typeof counts> {
    const held = lookAt(port, id);
    if (held.kind === 'being-erased') return 'beingErased';
    if (held.kind === 'no-key') return 'unsearchable';
    const { application, ticket } = held;
    const report = await port.processes.run({ name: asked.name, application }, stopped);
    if (report?.kind !== 'searched' || report.digest !== asked.digest) return 'unsearchable';
    if (report.found.length > 0) matches.push({ ticket, found: report.found });
    return 'searched';
  }

  async function searchOnes(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined && !stopped.aborted; id = waiting.shift()) {
      counts[await searchOne(id)] += 1;
      tell({ done: counts.searched + counts.unsearchable + counts.beingErased, of: all.length });
    }
  }

  tell({ done: 0, of: all.length });
  await Promise.all(Array.from({ length: IN_FLIGHT }, searchOnes));
  if (stopped.aborted) return null;
  matches.sort((one, other) => one.ticket - other.ticket);
  return { verdict: verdictOf({ matches, ...counts }), ...counts, matches };
}

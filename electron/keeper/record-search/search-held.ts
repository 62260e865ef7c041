import type {
  RecordSearchOrder,
  RecordSearchReport,
  SealedName,
} from '../../../shared/contract/command/record-search.ts';
import { type RecordMatch, type SearchFindings, verdictOf } from '../../../shared/record-search/statement.ts';
import type { RecordProcesses } from '../record-processes/record-processes.ts';
import type { HeldApplications } from './held-applications.ts';

/** As many processes as keep two processors busy; more of them know more people at once. */
const IN_FLIGHT = 3;

/** Processes that search one application each. */
export type SearchProcesses = RecordProcesses<RecordSearchOrder, RecordSearchReport>;

/** What a search of everything needs. */
export interface SearchHeldPort {
  readonly held: HeldApplications;
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
  { held, processes }: SearchHeldPort,
  asked: { readonly name: SealedName; readonly digest: string },
  stopped: AbortSignal,
  tell: (progress: SearchProgress) => void,
): Promise<SearchFindings | null> {
  const all = held.all();
  const waiting = [...all];
  const matches: RecordMatch[] = [];
  const counts = { searched: 0, unsearchable: 0, failed: 0, beingErased: 0, erasedMeanwhile: 0 };

  let done = 0;

  async function searchOne(id: (typeof all)[number]): Promise<keyof typeof counts> {
    const found = held.lookAt(id);
    if (found.kind === 'being-erased') return 'beingErased';
    if (found.kind === 'erased') return 'erasedMeanwhile';
    if (found.kind === 'no-key') return 'unsearchable';
    const { application, ticket, day } = found;
    const report = await processes.run({ name: asked.name, application }, stopped);
    if (report?.kind === 'unreadable') return 'unsearchable';
    if (report?.kind !== 'searched' || report.digest !== asked.digest) return 'failed';
    if (report.found.length > 0) matches.push({ ticket, day, found: report.found });
    return 'searched';
  }

  async function searchOnes(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined && !stopped.aborted; id = waiting.shift()) {
      counts[await searchOne(id)] += 1;
      done += 1;
      tell({ done, of: all.length });
    }
  }

  tell({ done: 0, of: all.length });
  await Promise.all(Array.from({ length: IN_FLIGHT }, searchOnes));
  if (stopped.aborted) return null;
  matches.sort((one, other) => one.day.localeCompare(other.day) || one.ticket - other.ticket);
  return { verdict: verdictOf({ matches, ...counts }), ...counts, matches };
}

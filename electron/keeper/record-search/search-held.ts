import type {
  RecordSearchOrder,
  RecordSearchReport,
  SealedName,
} from '../../../shared/contract/command/record-search.ts';
import type { StaffText } from '../../../shared/record-search/staff-texts.ts';
import { type RecordMatch, type SearchFindings, verdictOf } from '../../../shared/record-search/statement.ts';
import type { RecordProcesses } from '../record-processes/record-processes.ts';
import type { HeldApplications } from './held-applications.ts';

/** As many processes as keep two processors busy; more of them know more people at once. */
const IN_FLIGHT = 3;

/** Processes that search one application each, or what staff typed. */
export type SearchProcesses = RecordProcesses<RecordSearchOrder, RecordSearchReport>;

/** What a search of everything needs. */
export interface SearchHeldPort {
  readonly held: HeldApplications;
  /** What staff typed and the vault has in clear. */
  staffTexts(): readonly StaffText[];
  readonly processes: SearchProcesses;
}

/** How far a search is. */
export interface SearchProgress {
  readonly done: number;
  readonly of: number;
}

/**
 * Opens every application that the kiosk holds now, each in a process of its own, and counts all of them. One process more
 * is given what staff typed: the keeper has that in clear, and not the name. Null: it was stopped, and nothing is answered.
 * `digest`: of the name that was agreed on; a process that searched for another one has searched nothing.
 * @throws when a process cannot be proven ended.
 */
export async function searchHeld(
  { held, staffTexts, processes }: SearchHeldPort,
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
    const report = await processes.run(
      { name: asked.name, where: { kind: 'application', application } },
      stopped,
    );
    if (report?.kind === 'unreadable') return 'unsearchable';
    if (report?.kind !== 'searched' || report.digest !== asked.digest) return 'failed';
    if (report.found.length > 0) matches.push({ ticket, day, found: report.found });
    return 'searched';
  }

  async function searchStaffTexts(): Promise<SearchFindings['staffTexts']> {
    const texts = [...staffTexts()];
    const report = await processes.run({ name: asked.name, where: { kind: 'staff-texts', texts } }, stopped);
    return report?.kind === 'staff-texts-searched' && report.digest === asked.digest ? report.found : null;
  }

  async function searchOnes(): Promise<void> {
    for (let id = waiting.shift(); id !== undefined && !stopped.aborted; id = waiting.shift()) {
      counts[await searchOne(id)] += 1;
      done += 1;
      tell({ done, of: all.length });
    }
  }

  tell({ done: 0, of: all.length });
  const ofStaff = await searchStaffTexts();
  await Promise.all(Array.from({ length: IN_FLIGHT }, searchOnes));
  if (stopped.aborted) return null;
  matches.sort((one, other) => one.day.localeCompare(other.day) || one.ticket - other.ticket);
  const found = { ...counts, matches, staffTexts: ofStaff };
  return { verdict: verdictOf(found), ...found };
}

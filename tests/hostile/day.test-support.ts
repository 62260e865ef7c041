import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { KIOSK_FILES, RECORDS } from '../../electron/keeper/data-folder/kiosk-files.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import {
  create,
  nextCore,
  type ScriptedCore,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import type { EndingCount } from '../../shared/contract/ending-count.ts';
import type { Receipt, SearchReport } from '../../shared/contract/receipt.ts';
import { entryKinds, type LedgerEntry } from '../../shared/ledger/entries.ts';

/** Somebody who comes to the counter, and how their application ends. */
export interface Person {
  readonly outcome: 'issued' | 'withdrawn' | 'denied';
  readonly counted?: Omit<EndingCount, 'denied'>;
  /** What a search really reads differs from one to the next. */
  readonly files: number;
  readonly values: number;
  readonly tooShort: number;
}

const renewal = { again: { route: 'renewal', oldCard: 'destroyed' }, fee: null } as const;
const FILES = [34, 6, 22, 4, 34, 29, 31, 20, 33, 28];

/** People of one day, in the order in which they come. The fourth has a second card, where they have one. */
export function people(outcomes: readonly Person['outcome'][]): readonly Person[] {
  return outcomes.map((outcome, index) => ({
    outcome,
    files: FILES[index] ?? 1,
    values: 5 + index,
    tooShort: 1 + (index % 3),
    // Harbor City takes an old card in; nobody else of the day has a second card.
    ...(index === 3 && outcome === 'issued' ? { counted: renewal } : {}),
  }));
}

/** How many bytes a search for somebody reads. */
export const bytesOf = ({ files, values }: Person): number => 1_234_567 + files * 7_919 + values;

const reportOf = (person: Person): SearchReport => {
  const { files, values, tooShort } = person;
  return {
    ...{ kind: 'searched', values, tooShort, alsoOwn: 1, windows: 30 + files, hits: 0, unreadable: 0 },
    ...{ files, bytes: bytesOf(person) },
  };
};

/** Serves somebody up to the end of their application: its erasure has begun, and the core has searched. */
export async function leave(keeper: RunningKeeper, core: ScriptedCore, person: Person): Promise<void> {
  const { services } = keeper;
  const { application } = await create(core);
  if (person.outcome === 'issued') services.vault.setState(application, reached({ kind: 'printed' }));
  if (person.outcome === 'denied') {
    const occupant = services.occupants.get(core.session.token);
    if (occupant === undefined) throw new Error('nobody is there');
    const day = services.clock.today();
    services.denials.stands(occupant, { reasons: ['identity-not-proven'], day, code: null, review: 'none' });
  }
  const { outcome, counted } = person;
  const finished = await core.call('finish', { outcome, ...(counted && { counted }) });
  if (!finished.ok) throw new Error(finished.error.kind);
  void core.call('erased', { search: reportOf(person) });
}

async function receiptOf({ services }: RunningKeeper): Promise<Receipt> {
  await until(() => expect(services.vault.wipes.all()).toEqual([]));
  await until(() => expect(services.endings.shown().kind).toBe('ended'));
  const news = services.endings.shown();
  if (news.kind !== 'ended') throw new Error('not ended');
  return news.receipt;
}

/** Serves them one after the other, in the order in which a camera sees them leave, and answers their receipts and the next session. */
export async function serveAll(
  keeper: RunningKeeper,
  first: ScriptedCore,
  served: readonly Person[],
): Promise<{ readonly receipts: readonly Receipt[]; readonly next: ScriptedCore }> {
  const receipts: Receipt[] = [];
  let core = first;
  for (const person of served) {
    await leave(keeper, core, person);
    receipts.push(await receiptOf(keeper));
    core = await nextCore(keeper, core);
  }
  return { receipts, next: core };
}

/** Where a kiosk has something of the people of a day, if anywhere. */
export const DAY_FILES: readonly string[] = [
  ...[KIOSK_FILES.vault, KIOSK_FILES.ledger].flatMap((file) => [file, `${file}-journal`]),
  ...[KIOSK_FILES.keys, KIOSK_FILES.signing, RECORDS.sessions, RECORDS.workers],
];

/** One of these files, or nothing where it is not there. */
export function bytesIn(dataFolder: string, file: string): Buffer {
  try {
    return readFileSync(join(dataFolder, file));
  } catch {
    return Buffer.alloc(0);
  }
}

/** All that the kiosk has on its disk, as bytes that are read as text. */
export const textOn = (dataFolder: string): string =>
  DAY_FILES.map((file) => bytesIn(dataFolder, file).toString('latin1')).join('\n');

export type Erased = Extract<LedgerEntry, { kind: 'erased' }>;
export const isErased = (entry: LedgerEntry): entry is Erased => entry.kind === 'erased';

export const isOfApplicant = ({ kind }: LedgerEntry): boolean => entryKinds[kind].about === 'applicant';

/** The lengths of the runs in which entries about applicants stand, with none of staff in between. */
export function runsOf(entries: readonly LedgerEntry[]): readonly number[] {
  const runs: number[] = [];
  let isRun = false;
  for (const entry of entries) {
    if (isOfApplicant(entry)) runs.push(isRun ? (runs.pop() ?? 0) + 1 : 1);
    isRun = isOfApplicant(entry);
  }
  return runs;
}

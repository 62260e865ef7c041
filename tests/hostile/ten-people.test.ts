import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { workingFolder } from '../../electron/keeper/database/temporary-files.test-support.ts';
import { policyFile } from '../../electron/keeper/policy/policy.test-support.ts';
import { until } from '../../electron/keeper/sessions/sessions.test-support.ts';
import type { RunningKeeper } from '../../electron/keeper/start/run-keeper.ts';
import {
  counter,
  create,
  nextCore,
  type ScriptedCore,
} from '../../electron/keeper/start/scripted-core.test-support.ts';
import { speakEnglish } from '../../renderer/wording/english.test-support.ts';
import { receiptOnPaper } from '../../renderer/wording/papers/receipt-paper.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import { dayText } from '../../shared/calendar.ts';
import type { EndingCount } from '../../shared/contract/ending-count.ts';
import type { Receipt, SearchReport } from '../../shared/contract/receipt.ts';
import { entryKinds, type LedgerEntry } from '../../shared/ledger/entries.ts';
import type { LedgerDetail } from '../../shared/ledger/ledger-detail.ts';

// One day of a small counter, with an opponent who has a camera at the door, all ten printed receipts, and the whole ledger.

beforeAll(speakEnglish);

interface Person {
  readonly outcome: 'issued' | 'withdrawn' | 'denied';
  readonly counted?: Omit<EndingCount, 'denied'>;
  /** What a search really reads differs from one to the next. */
  readonly files: number;
  readonly values: number;
  readonly tooShort: number;
}

const renewal = { again: { route: 'renewal', oldCard: 'destroyed' }, fee: null } as const;
const FILES = [34, 6, 22, 4, 34, 29, 31, 20, 33, 28];

function people(outcomes: readonly Person['outcome'][]): readonly Person[] {
  return outcomes.map((outcome, index) => ({
    outcome,
    files: FILES[index] ?? 1,
    values: 5 + index,
    tooShort: 1 + (index % 3),
    // Harbor City takes an old card in; nobody else of the day has a second card.
    ...(index === 3 && outcome === 'issued' ? { counted: renewal } : {}),
  }));
}

const bytesOf = ({ files, values }: Person): number => 1_234_567 + files * 7_919 + values;

const reportOf = (person: Person): SearchReport => {
  const { files, values, tooShort } = person;
  return {
    ...{ kind: 'searched', values, tooShort, alsoOwn: 1, windows: 30 + files, hits: 0, unreadable: 0 },
    ...{ files, bytes: bytesOf(person) },
  };
};

/** Serves them one after the other, in the order in which the camera sees them leave. */
async function dayOf(served: readonly Person[], detail: LedgerDetail | null = null) {
  const dataFolder = workingFolder();
  const policy = detail === null ? {} : { policyPath: policyFile({ ledger: detail }) };
  const { keeper, core } = await counter({ dataFolder, ...policy });
  let at: ScriptedCore = core;
  const receipts: Receipt[] = [];
  for (const person of served) {
    if (receipts.length > 0) at = await nextCore(keeper, at);
    receipts.push(await serve(keeper, at, person));
  }
  const resting = keeper.services.outbox.resting();
  const counts = keeper.services.countsSoFar.of(keeper.services.clock.today());
  const before = keeper.services.ledger.head()?.sequence ?? 0;
  const restingFiles = files(dataFolder);
  keeper.services.outbox.endDay();
  const entries = [...keeper.services.ledger.since(before)];
  return { keeper, dataFolder, receipts, resting, entries, counts, restingFiles };
}

async function serve(keeper: RunningKeeper, core: ScriptedCore, person: Person): Promise<Receipt> {
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
  await until(() => expect(services.vault.wipes.all()).toEqual([]));
  await until(() => expect(services.endings.shown().kind).toBe('ended'));
  const news = services.endings.shown();
  if (news.kind !== 'ended') throw new Error('not ended');
  return news.receipt;
}

/** All that the kiosk has on its disk, as bytes that are read as text. */
function files(dataFolder: string): string {
  return ['vault.db', 'vault.db-journal', 'ledger.db', 'ledger.db-journal', 'sessions.json', 'workers.json']
    .map((name) => {
      try {
        return readFileSync(join(dataFolder, name), 'latin1');
      } catch {
        return '';
      }
    })
    .join('\n');
}

type Erased = Extract<LedgerEntry, { kind: 'erased' }>;
const isErased = (entry: LedgerEntry): entry is Erased => entry.kind === 'erased';

/** Entries that a receipt may belong to, by all that it says: each field that the entry has and that the receipt says as well. */
function matching(receipt: Receipt, entries: readonly LedgerEntry[]): readonly Erased[] {
  const said = new Map<string, unknown>([
    ...Object.entries(receipt.erased),
    ...Object.entries(receipt.erased.search),
    ['day', receipt.day],
  ]);
  return entries
    .filter(isErased)
    .filter((entry) =>
      Object.entries({ ...entry, day: dayText(entry.day) }).every(
        ([field, value]) => field === 'kind' || value === 'ended' || said.get(field) === value,
      ),
    );
}

const aboutApplicants = (entries: readonly LedgerEntry[]): readonly LedgerEntry[] =>
  entries.filter(({ kind }) => entryKinds[kind].about === 'applicant');

const linesOf = (receipt: Receipt): readonly string[] => {
  const { stub, heading, lines, notProven, code } = receiptOnPaper(receipt);
  // The code as well: of ten people it has to be one.
  return [heading, ...stub.lines, ...lines, ...(notProven?.lines ?? []), code?.text ?? ''];
};

describe('ten people on one day, five of whom have a card', () => {
  const day = people([
    ...(['issued', 'withdrawn', 'issued', 'issued', 'withdrawn'] as const),
    ...(['withdrawn', 'issued', 'withdrawn', 'issued', 'withdrawn'] as const),
  ]);

  it('leave no receipt and no exit to which fewer than five entries fit', async () => {
    const { receipts, resting, entries, counts, restingFiles, dataFolder } = await dayOf(day);
    expect(receipts).toHaveLength(10);

    // By the papers: whoever has all ten.
    for (const receipt of receipts) expect(matching(receipt, entries).length).toBeGreaterThanOrEqual(5);
    const papers = new Set(receipts.map((receipt) => JSON.stringify(linesOf(receipt))));
    expect(papers.size).toBe(1);

    // By the camera: nothing of them was in the ledger before the day was over, and then all were, in one go and in an order that was drawn.
    const told = aboutApplicants(entries);
    expect(told.filter(isErased)).toHaveLength(10);
    expect(told).toHaveLength(resting.length);
    expect(entries).toHaveLength(told.length);
    const alike = new Map<string, number>();
    for (const entry of told.filter(isErased))
      alike.set(JSON.stringify(entry), (alike.get(JSON.stringify(entry)) ?? 0) + 1);
    for (const [index, { outcome }] of day.entries()) {
      const fitting = told.filter(isErased).filter((entry) => entry.outcome === outcome);
      expect(fitting.length, `exit ${index + 1}`).toBeGreaterThanOrEqual(5);
    }
    expect([...alike.values()]).toEqual([5, 5]);

    // Meanwhile they were counted, and no file had a figure of any of the searches.
    expect(counts).toEqual({ issued: 5, spoiled: 0, wiped: 10 });
    for (const person of day) {
      for (const text of [restingFiles, files(dataFolder)]) expect(text).not.toContain(`${bytesOf(person)}`);
    }
  });
});

describe('the day on which one of ten was denied and one withdrew', () => {
  const day = people([
    ...(['issued', 'issued', 'denied', 'issued', 'issued'] as const),
    ...(['issued', 'issued', 'withdrawn', 'issued', 'issued'] as const),
  ]);

  it('says of these two what their receipts say, and of nobody else which entry is theirs', async () => {
    const { receipts, entries } = await dayOf(day);
    const fitting = receipts.map((receipt) => matching(receipt, entries).length);
    // What remains, and docs/ledger.md says so.
    expect(fitting).toEqual([8, 8, 1, 8, 8, 8, 8, 1, 8, 8]);
    expect(entries.filter(({ kind }) => kind === 'denied')).toHaveLength(1);
    // None of them has more than the receipt: an outcome.
    for (const entry of entries.filter(isErased)) expect(Object.keys(entry)).toHaveLength(3);
  });

  it('says no more of them than of anybody where the policy has all endings counted as one', async () => {
    const { receipts, entries } = await dayOf(day, { outcomes: 'merged', period: 'day' });
    for (const receipt of receipts) expect(matching(receipt, entries)).toHaveLength(10);
    expect(entries.filter(({ kind }) => kind === 'denied')).toEqual([]);
  });
});

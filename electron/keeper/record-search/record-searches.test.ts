import { expect, it } from 'vitest';
import type {
  RecordSearchOrder,
  RecordSearchReport,
} from '../../../shared/contract/command/record-search.ts';
import { applicationId, memberId, policyHash, recordSearchId, ticket } from '../../../shared/contract/ids.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { SEARCH_MINUTES } from '../../../shared/record-search/terms.ts';
import { err, ok } from '../../../shared/result.ts';
import { clipboardRefusal } from '../applications/intake.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import type { Occupant } from '../applications/occupants.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { randomGuardedKey } from '../signing/signing-key.ts';
import { A_SUPERVISOR, ANOTHER } from '../staff/actor.test-support.ts';
import { carryOutSearch } from './carry-out-search.ts';
import { createHeldApplications } from './held-applications.ts';
import { leaveForsakenSearches } from './leave-search.ts';
import { recordSearchCalls } from './record-search-calls.ts';
import { createRecordSearches } from './record-searches.ts';
import { createSearchEntries } from './search-entries.ts';
import { type AskedSearch, digestOfAnswer } from './search-statement.ts';
import { createSignedAnswers } from './signed-answers.ts';

const DIGEST = 'ab'.repeat(32);
const POLICY = policyHash.parse('0'.repeat(64));
const asked: AskedSearch = {
  by: memberId.parse('b'.repeat(32)),
  second: memberId.parse('c'.repeat(32)),
  reason: 'subpoena',
  digest: DIGEST,
};
const nameOf = () => ({
  search: recordSearchId.parse('e'.repeat(32)),
  key: new Uint8Array(32).fill(9),
  sealed: new Uint8Array(40),
});

interface Given {
  /** What a process says: of the name alone, and of the application. */
  readonly report: (order: RecordSearchOrder) => Promise<RecordSearchReport | null>;
  /** The ledger's disk takes no entry of this kind. */
  readonly unwritten?: LedgerEntry['kind'];
  /** Uptime in milliseconds. */
  readonly uptime?: () => number;
  /** The kiosk's date is in doubt. */
  readonly doubt?: 'ahead';
  /** Its application is being erased: the key is gone, and its wipe is not at its end. */
  readonly isErasing?: boolean;
}

/** A search with one application to open. */
function stage({ report, unwritten, uptime = () => 0, doubt, isErasing = false }: Given) {
  const entries: LedgerEntry[] = [];
  const bugs: string[] = [];
  const closing = new AbortController();
  const key = randomGuardedKey();
  const outbox = {
    record: (act: Parameters<EntryRecorder['record']>[0]) =>
      void entries.push(...[act({ utc: 1, day: { year: 2026, month: 11, day: 24 } })].flat()),
    waiting: () => entries.filter(({ kind }) => kind === unwritten).length,
  };
  const one = { id: applicationId.parse('1'.repeat(32)) };
  const held = createHeldApplications({
    vault: {
      open: () => (isErasing ? [] : [one]),
      find: (id) => ({
        ...{ id, ticket: ticket.parse(3), day: '2026-11-24', began: 0, began_elapsed: 0, state: 'draft' },
        ...{ policy: POLICY, look_up: null, job: null, attempts: 0, stage: null, ending: null, wipe: null },
        ...{ answers: new Uint8Array(3), photo: null, card: null, tray: null },
      }),
      wipes: { all: () => (isErasing ? [{ application: one.id }] : []) },
    },
    custody: {
      open: () => (isErasing ? err({ kind: 'no-key' }) : ok(new Uint8Array(32))),
      has: () => !isErasing,
    },
  });
  const processes = { run: report, endAll: () => Promise.resolve(true) };
  const searchEntries = createSearchEntries({
    ...{ held, outbox },
    ledger: { head: () => ({ sequence: 3 + entries.length, hash: 'ef'.repeat(32) }) },
    holds: { all: () => [{ scope: 'all', reason: 'subpoena', since: 5 }] },
    time: { doubt: () => doubt ?? null },
  });
  const answers = createSignedAnswers({
    kiosk: { read: () => ({ identifier: '0f'.repeat(16), name: 'Counter 3', custody: 'memory' }) },
    policies: { inForce: { hash: POLICY } },
    clock: { now: () => 9 },
    facts: { build: 'evaluation' },
    signingKey: () => key,
  });
  const carryingOut = {
    ...{ held, processes, entries: searchEntries, answers, closing: closing.signal },
    staffTexts: () => [],
  };
  const searches = createRecordSearches({
    processes,
    carryOut: (...search) => carryOutSearch(carryingOut, ...search),
    clock: { uptime },
    screens: { refresh: () => undefined },
    onBug: (where) => bugs.push(where),
  });
  const occupant = newOccupant();
  searches.begin(occupant);
  return { searches, occupant, entries, bugs, closing };
}

const nothing: Given['report'] = ({ where }) =>
  Promise.resolve(
    where.kind === 'staff-texts'
      ? { kind: 'staff-texts-searched', digest: DIGEST, found: [] }
      : { kind: 'searched', digest: DIGEST, found: [] },
  );
/** The name is looked at, and then something happens at the application. */
const atApplication =
  (act: Given['report']): Given['report'] =>
  (order) =>
    order.where.kind === 'application' ? act(order) : nothing(order);

it('a session that a search was begun in serves nobody; its answer is told, and the name’s key goes with it', async () => {
  const { searches, occupant, entries } = stage({ report: nothing });
  expect(occupant.used).toBe(true);
  const name = nameOf();
  expect(await searches.start(occupant, name, asked)).toBe(true);
  await until(() => expect(searches.statusOf(occupant)?.kind).toBe('answered'));
  expect(searches.answerOf(occupant)?.statement).toMatchObject({
    ...{ verdict: 'not-found', searched: 1, unsearchable: 0, dateInDoubt: false },
    // As its entry has it: what was gone by then is not counted.
    began: '1970-01-01T00:00:00.001Z',
    // Its own entry.
    ledger: { sequence: 4, hash: 'ef'.repeat(32) },
    holds: [{ scope: 'all', reason: 'subpoena', since: '1970-01-01T00:00:00.005Z' }],
  });
  expect(entries).toMatchObject([
    { kind: 'records-searched', utc: 1, by: asked.by, second: asked.second },
    { kind: 'record-search-answered', searchEntry: 4 },
  ]);
  expect(searches.statusOf(occupant)).toMatchObject({ began: 1 });
  expect(searches.mayStart(occupant)).toBe(false);
  searches.forget(occupant);
  expect(name.key).toEqual(new Uint8Array(32));
  expect([searches.statusOf(occupant), searches.answerOf(occupant)]).toEqual([null, null]);
});

it('the key of a name stays until its search is closed or asked anew, also after one that was canceled', async () => {
  let cancel = (): void => undefined;
  const { searches, occupant } = stage({
    report: atApplication(() => {
      cancel();
      return Promise.resolve(null);
    }),
  });
  cancel = () => searches.cancel(occupant);
  const [first, second] = [nameOf(), nameOf()];
  await searches.start(occupant, first, asked);
  await until(() => expect(searches.statusOf(occupant)).toEqual({ kind: 'stopped', why: 'canceled' }));
  expect(first.key).toEqual(new Uint8Array(32).fill(9));
  await searches.start(occupant, second, asked);
  expect(first.key).toEqual(new Uint8Array(32));
  await until(() => expect(searches.statusOf(occupant)?.kind).toBe('stopped'));
  searches.forget(occupant);
  expect(second.key).toEqual(new Uint8Array(32));
});

it('an answer says whether the kiosk’s date was in doubt', async () => {
  for (const doubt of [undefined, 'ahead'] as const) {
    const { searches, occupant } = stage({ report: nothing, ...(doubt === undefined ? {} : { doubt }) });
    await searches.start(occupant, nameOf(), asked);
    await until(() => expect(searches.statusOf(occupant)?.kind).toBe('answered'));
    expect(searches.answerOf(occupant)?.statement.dateInDoubt).toBe(doubt !== undefined);
  }
});

it('a search is begun and answered while an application is being erased', async () => {
  const { searches, entries } = stage({ report: nothing, isErasing: true });
  const occupant = newOccupant();
  const calls = recordSearchCalls(
    {
      recordSearches: searches,
      kiosk: { isPracticing: () => false },
      intake: { unsafe: () => clipboardRefusal({ examine: async () => ({ kind: 'empty' }) }) },
      pool: { shown: () => occupant.session },
      staff: { signedIn: () => A_SUPERVISOR },
      sessionReplacement: { leave: async () => undefined },
    },
    occupant,
  );
  const { digest, reason } = asked;
  expect(await calls.beginRecordSearch({})).toEqual(ok({}));
  expect(
    await calls.searchRecords(
      { name: nameOf(), digest, reason },
      { ...ANOTHER, act: 'searchRecords', digest, reason },
    ),
  ).toEqual(ok({}));
  await until(() => expect(searches.statusOf(occupant)?.kind).toBe('answered'));
  expect(searches.statusOf(occupant)).toMatchObject({
    findings: { verdict: 'not-known', searched: 0, beingErased: 1 },
  });
  expect(entries).toMatchObject([
    { kind: 'records-searched', applications: 0, unsearchable: 0 },
    { kind: 'record-search-answered' },
  ]);
});

it('another name than the one that was agreed on is not searched for', async () => {
  const { searches, occupant, entries } = stage({
    report: () => Promise.resolve({ kind: 'searched', digest: 'cd'.repeat(32), found: [] }),
  });
  const name = nameOf();
  expect(await searches.start(occupant, name, asked)).toBe(false);
  expect(searches.statusOf(occupant)).toEqual({ kind: 'asking' });
  expect(name.key).toEqual(new Uint8Array(32));
  expect(entries).toEqual([]);
});

it('what is searched is in the ledger before it is opened, whatever becomes of the search', async () => {
  let atOpening: readonly LedgerEntry[] = [];
  let act = (): Promise<null> => Promise.resolve(null);
  const { searches, occupant, entries, closing, bugs } = stage({
    report: atApplication(() => {
      atOpening = [...entries];
      return act();
    }),
  });
  const expected = [{ kind: 'records-searched', applications: 1, unsearchable: 0 }];
  const outcomes = {
    canceled: () => searches.cancel(occupant),
    failed: () => {
      throw new Error('cannot be ended');
    },
    closing: () => closing.abort(),
  };
  for (const [why, happens] of Object.entries(outcomes)) {
    act = async () => {
      happens();
      return null;
    };
    entries.length = 0;
    expect(searches.mayStart(occupant)).toBe(true);
    await searches.start(occupant, nameOf(), asked);
    await until(() => expect(searches.statusOf(occupant)?.kind).toBe('stopped'));
    expect(searches.statusOf(occupant)).toMatchObject({ why: why === 'failed' ? 'failed' : 'canceled' });
    expect(searches.answerOf(occupant)).toBeNull();
    expect(atOpening).toMatchObject(expected);
    expect(entries).toMatchObject(expected);
  }
  expect(bugs).toEqual(['record search']);
});

it('nothing is opened of which the ledger does not tell', async () => {
  let opened = 0;
  const { searches, occupant } = stage({
    unwritten: 'records-searched',
    report: atApplication((order) => {
      opened += 1;
      return nothing(order);
    }),
  });
  await searches.start(occupant, nameOf(), asked);
  await until(() => expect(searches.statusOf(occupant)).toEqual({ kind: 'stopped', why: 'failed' }));
  expect(opened).toBe(0);
});

it('nobody has an answer that the ledger does not tell of', async () => {
  for (const unwritten of ['record-search-answered', undefined] as const) {
    const { searches, occupant, entries } = stage({
      report: nothing,
      ...(unwritten === undefined ? {} : { unwritten }),
    });
    await searches.start(occupant, nameOf(), asked);
    await until(() => expect(searches.statusOf(occupant)?.kind).toBeOneOf(['stopped', 'answered']));
    const answer = searches.answerOf(occupant)?.statement ?? null;
    if (unwritten !== undefined) {
      expect([searches.statusOf(occupant), answer]).toEqual([{ kind: 'stopped', why: 'failed' }, null]);
      continue;
    }
    // The control: written, it is told, and by exactly this entry.
    if (answer === null) throw new Error('no answer');
    expect(entries.at(-1)).toEqual({
      ...{ kind: 'record-search-answered', utc: 1, searchEntry: 4, answer: digestOfAnswer(answer) },
    });
  }
});

it('where the process that looks at the name cannot be proven ended nothing is searched', async () => {
  const { searches, occupant, entries } = stage({
    report: () => Promise.reject(new Error('cannot be ended')),
  });
  await expect(searches.start(occupant, nameOf(), asked)).rejects.toThrow('cannot be ended');
  expect(searches.statusOf(occupant)).toEqual({ kind: 'stopped', why: 'failed' });
  expect(entries).toEqual([]);
});

it('a keeper that stops begins no search', async () => {
  const { searches, occupant, entries, closing } = stage({ report: nothing });
  closing.abort();
  await searches.start(occupant, nameOf(), asked);
  await until(() => expect(searches.statusOf(occupant)?.kind).toBe('stopped'));
  expect(entries).toEqual([]);
});

it('a search that stands is overdue after its time; one that is under way is not', async () => {
  let now = 0;
  let report = (): void => undefined;
  const opened = new Promise<null>((resolve) => {
    report = () => resolve(null);
  });
  const { searches, occupant } = stage({ uptime: () => now, report: atApplication(() => opened) });
  const due = SEARCH_MINUTES * 60_000;
  now = due - 1;
  expect(searches.isOverdue(occupant)).toBe(false);
  now = due;
  expect(searches.isOverdue(occupant)).toBe(true);
  await searches.start(occupant, nameOf(), asked);
  expect(searches.isOverdue(occupant)).toBe(false);
  now = 3 * due;
  report();
  await until(() => expect(searches.statusOf(occupant)?.kind).toBe('answered'));
  expect(searches.isOverdue(occupant)).toBe(false);
  now = 4 * due;
  expect(searches.isOverdue(occupant)).toBe(true);
});

it('a search that nobody is before any more ends, and so does one whose time is up', async () => {
  for (const why of ['nobody is signed in', 'the screen is locked', 'its time is up', null]) {
    let now = 0;
    const { searches, occupant } = stage({ report: nothing, uptime: () => now });
    const name = nameOf();
    await searches.start(occupant, name, asked);
    await until(() => expect(searches.statusOf(occupant)?.kind).toBe('answered'));
    if (why === 'its time is up') now = SEARCH_MINUTES * 60_000;
    const left: Occupant[] = [];
    leaveForsakenSearches({
      recordSearches: searches,
      occupants: new Map([[occupant.session.token, occupant]]),
      staff: {
        signedIn: () => (why === 'nobody is signed in' ? null : 'Marisol Tidewater'),
        screenLocked: () => why === 'the screen is locked',
      },
      sessionReplacement: { leave: async (whose) => void left.push(whose) },
    });
    // The control, last of all: as long as somebody is before it, it stands.
    expect(left).toEqual(why === null ? [] : [occupant]);
    expect(searches.answerOf(occupant) === null).toBe(why !== null);
    expect(name.key.every((byte) => byte === 0)).toBe(why !== null);
  }
});

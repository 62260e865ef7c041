import { generateKeyPairSync } from 'node:crypto';
import { expect, it } from 'vitest';
import type { RecordSearchReport } from '../../../shared/contract/command/record-search.ts';
import { applicationId, memberId, policyHash, recordSearchId } from '../../../shared/contract/ids.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { err } from '../../../shared/result.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { createRecordSearches } from './record-searches.ts';
import type { AskedSearch } from './search-statement.ts';

const DIGEST = 'ab'.repeat(32);
const asked: AskedSearch = {
  by: memberId.parse('b'.repeat(32)),
  second: memberId.parse('c'.repeat(32)),
  reason: 'subpoena',
  digest: DIGEST,
  began: 7,
};
const nameOf = () => ({
  search: recordSearchId.parse('e'.repeat(32)),
  key: new Uint8Array(32).fill(9),
  sealed: new Uint8Array(40),
});

/** One application without a key; `report`: what a process says of the name. */
function stage(report: () => Promise<RecordSearchReport | null>) {
  const entries: LedgerEntry[] = [];
  const bugs: string[] = [];
  const closing = new AbortController();
  const { privateKey } = generateKeyPairSync('ed25519');
  const searches = createRecordSearches({
    vault: {
      open: () => [{ id: applicationId.parse('1'.repeat(32)) }],
      find: () => null,
      wipes: { all: () => [] },
    },
    custody: { open: () => err({ kind: 'no-key' }), has: () => true },
    processes: { run: report, endAll: () => Promise.resolve(true) },
    outbox: {
      record: (act) =>
        void entries.push(...[act({ utc: 1, day: { year: 2026, month: 11, day: 24 } })].flat()),
    },
    ledger: { head: () => ({ sequence: 3, hash: 'ef'.repeat(32) }) },
    kiosk: { read: () => ({ identifier: '0f'.repeat(16), name: 'Counter 3', custody: 'memory' }) },
    policies: { inForce: { hash: policyHash.parse('0'.repeat(64)) } },
    clock: { now: () => 9, uptime: () => 0 },
    screens: { refresh: () => undefined },
    facts: { build: 'evaluation' },
    signingKey: () => privateKey,
    closing: closing.signal,
    onBug: (where) => bugs.push(where),
  });
  const occupant = newOccupant();
  searches.begin(occupant);
  return { searches, occupant, entries, bugs, closing };
}

const ofDigest = (): Promise<RecordSearchReport> =>
  Promise.resolve({ kind: 'searched', digest: DIGEST, found: [] });

it('a session that a search was begun in serves nobody; its answer is told, and the name’s key goes with it', async () => {
  const { searches, occupant, entries } = stage(ofDigest);
  expect(occupant.used).toBe(true);
  const name = nameOf();
  expect(await searches.start(occupant, name, asked)).toBe(true);
  await until(() => expect(searches.statusOf(occupant)?.kind).toBe('answered'));
  expect(searches.answerOf(occupant)?.statement).toMatchObject({ verdict: 'not-known', unsearchable: 1 });
  expect(entries).toMatchObject([{ kind: 'records-searched', by: asked.by, second: asked.second }]);
  expect(searches.mayStart(occupant)).toBe(false);
  searches.forget(occupant);
  expect(name.key).toEqual(new Uint8Array(32));
  expect([searches.statusOf(occupant), searches.answerOf(occupant)]).toEqual([null, null]);
});

it('another name than the one that was agreed on is not searched for', async () => {
  const { searches, occupant, entries } = stage(
    async () => ({ ...(await ofDigest()), digest: 'cd'.repeat(32) }) as const,
  );
  const name = nameOf();
  expect(await searches.start(occupant, name, asked)).toBe(false);
  expect(searches.statusOf(occupant)).toEqual({ kind: 'asking' });
  expect(name.key).toEqual(new Uint8Array(32));
  expect(entries).toEqual([]);
});

it('one that is canceled has no answer and is in the ledger; then it may be asked again', async () => {
  let cancel = (): void => undefined;
  const { searches, occupant, entries } = stage(() => {
    cancel();
    return ofDigest();
  });
  cancel = () => searches.cancel(occupant);
  await searches.start(occupant, nameOf(), asked);
  await until(() => expect(searches.statusOf(occupant)).toEqual({ kind: 'stopped', why: 'canceled' }));
  expect(searches.answerOf(occupant)).toBeNull();
  expect(entries).toMatchObject([{ kind: 'records-searched', applications: 0 }]);
  expect(searches.mayStart(occupant)).toBe(true);
});

it('where a process cannot be proven ended nothing is answered', async () => {
  const { searches, occupant, entries } = stage(() => Promise.reject(new Error('cannot be ended')));
  await expect(searches.start(occupant, nameOf(), asked)).rejects.toThrow('cannot be ended');
  expect(searches.statusOf(occupant)).toEqual({ kind: 'stopped', why: 'failed' });
  expect(entries).toEqual([]);
});

it('a keeper that stops records and answers nothing more', async () => {
  const { searches, occupant, entries, closing } = stage(ofDigest);
  closing.abort();
  await searches.start(occupant, nameOf(), asked);
  await until(() => expect(searches.statusOf(occupant)?.kind).toBe('stopped'));
  expect(entries).toEqual([]);
});

import { expect, it } from 'vitest';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { createHolds } from '../holds/holds.ts';
import { begin, newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { type WorkStatusPort, workStatus } from './work-status.ts';

const NOON = Date.UTC(2026, 10, 24, 12);

/** Where nothing expires unless it is said, and every policy is known. */
const statusOf = (
  port: Pick<WorkStatusPort, 'vault' | 'holds' | 'custody'> & Partial<Pick<WorkStatusPort, 'expiry'>>,
) =>
  workStatus({
    policies: { find: () => harborCity, retentionOf: () => harborCity.retention },
    time: { now: () => ({ wall: NOON, elapsed: 0 }) },
    waitingForClerk: { has: () => false },
    expiry: { minutesLeft: () => 7 },
    cameBack: () => false,
    ...port,
  });

it('tells of each hold what it keeps: what it froze, what began under it, and what it keeps alone', () => {
  const vault = newVault();
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const inMemory = new Set<ApplicationId>();
  const custody = { kindOf: (id: ApplicationId) => (inMemory.has(id) ? 'memory' : 'sealed') } as const;
  const set = (scope: 'all' | 'tickets', applications: readonly ApplicationId[], since: number) =>
    holds.set({ scope, reason: 'subpoena', since, by: 'Salma Ortiz', applications });
  const told = () =>
    statusOf({ vault, holds, custody }).holds.map(({ frozen, later, laterInMemory, alone }) => [
      ...[frozen, later, laterInMemory, alone],
    ]);
  const open = () => begin(vault, '2026-11-24', NOON).id;

  const before = open();
  set('all', [before], NOON);
  expect(told()).toEqual([[1, 0, 0, 1]]);
  const under = open();
  inMemory.add(under);
  expect(told()).toEqual([[1, 1, 1, 2]]);
  const ofTicket = set('tickets', [under], NOON + 1);
  expect(told()).toEqual([
    [1, 1, 1, 1],
    [1, 0, 0, 0],
  ]);
  holds.lift(ofTicket);
  expect(told()).toEqual([[1, 1, 1, 2]]);
});

it('of what a hold froze counts what is still there, and as in memory what no hold has sealed by now', () => {
  const vault = newVault();
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const [kept, lost] = [begin(vault, '2026-11-24', NOON).id, begin(vault, '2026-11-24', NOON).id];
  const inMemory = new Set([kept, lost]);
  const custody = { kindOf: (id: ApplicationId) => (inMemory.has(id) ? 'memory' : 'sealed') } as const;
  const by = { scope: 'tickets', reason: 'subpoena', by: 'Salma Ortiz' } as const;
  const told = () =>
    statusOf({ vault, holds, custody }).holds.map(({ frozen, unsealed }) => [frozen, unsealed]);
  holds.set({ ...by, since: NOON, applications: [kept, lost] });
  expect(told()).toEqual([[2, 2]]);
  // The disk takes keys by now: a second hold seals what the first could not.
  holds.noteSealed(holds.set({ ...by, since: NOON + 1, applications: [kept] }), kept);
  inMemory.delete(kept);
  expect(told()).toEqual([
    [2, 1],
    [1, 0],
  ]);
  vault.remove(lost);
  holds.disown(lost);
  expect(told()).toEqual([
    [1, 0],
    [1, 0],
  ]);
  // As it was when it was set, for a statement.
  expect(holds.all()[0]).toMatchObject({ frozen: 2, unsealed: 2 });
});

it('tells of each hold what ends when it is lifted: what it alone keeps and is overdue, and the erasures that it alone stopped', () => {
  const vault = newVault();
  const holds = createHolds(vault, () => ({ wipeBegun: 'stop' }));
  const erased = wipingApplication(vault);
  let inMemory = true;
  const custody = {
    kindOf: (id: ApplicationId) => (id === erased && inMemory ? 'memory' : 'sealed'),
  } as const;
  const hour = 3_600_000;
  begin(vault, '2026-11-24', NOON, 0);
  begin(vault, '2026-11-24', NOON, hour);
  const set = (scope: 'all' | 'tickets', since: number) =>
    holds.set({
      ...{ scope, reason: 'subpoena', since, by: 'Salma Ortiz' },
      applications: vault.openIds().slice(0, 1),
    });
  const expiry = {
    minutesLeft: ({ began }: { began: { elapsed: number } }) => (began.elapsed === 0 ? 0 : 60),
  };
  const told = () =>
    statusOf({ vault, holds, custody, expiry }).holds.map(({ alone, overdue, stopped }) => [
      ...[alone, overdue, stopped],
    ]);
  const ofAll = set('all', NOON);
  expect(told()).toEqual([[2, 1, { all: 1, inMemory: 1, alone: 1 }]]);
  inMemory = false;
  const ofTicket = set('tickets', NOON + 1);
  expect(told()).toEqual([
    [1, 0, { all: 1, inMemory: 0, alone: 1 }],
    [0, 0, { all: 0, inMemory: 0, alone: 0 }],
  ]);
  holds.lift(ofTicket);
  set('all', NOON + 2);
  expect(told().map(([, , stopped]) => stopped)).toEqual([
    { all: 1, inMemory: 0, alone: 0 },
    { all: 1, inMemory: 0, alone: 0 },
  ]);
  holds.lift(ofAll);
  expect(told()).toEqual([[2, 1, { all: 1, inMemory: 0, alone: 1 }]]);
});

it('asks the holds once for each open application, and not at all where none stands', () => {
  const vault = newVault();
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const asked: ApplicationId[] = [];
  const watched: WorkStatusPort['holds'] = {
    all: holds.all,
    verdict: holds.verdict,
    covering(application) {
      asked.push(application);
      return holds.covering(application);
    },
  };
  const [one, other] = [begin(vault, '2026-11-24', NOON).id, begin(vault, '2026-11-24', NOON).id];
  const told = () => {
    asked.length = 0;
    const { inProgress } = statusOf({ vault, holds: watched, custody: { kindOf: () => 'memory' } });
    return inProgress.map(({ hold, minutesLeft }) => [hold, minutesLeft]);
  };
  expect([told(), asked]).toEqual([
    [
      ['free', 7],
      ['free', 7],
    ],
    [],
  ]);
  holds.set({ scope: 'tickets', reason: 'subpoena', since: NOON, by: 'Salma Ortiz', applications: [one] });
  expect([told(), asked]).toEqual([
    [
      ['frozen', null],
      ['free', 7],
    ],
    [one, other],
  ]);
  holds.set({ scope: 'all', reason: 'subpoena', since: NOON + 1, by: 'Salma Ortiz', applications: [] });
  expect([told(), asked]).toEqual([
    [
      ['frozen', null],
      ['kept', null],
    ],
    [one, other],
  ]);
});

it('a session is told what is open by ticket and day, and never by the identifier that the vault has for it', () => {
  const vault = newVault();
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const { id, ticket, day } = begin(vault, '2026-11-24', NOON);
  holds.set({ scope: 'all', reason: 'subpoena', since: NOON, by: 'Salma Ortiz', applications: [id] });
  const told = statusOf({ vault, holds, custody: { kindOf: () => 'memory' } });
  expect(told.inProgress).toMatchObject([{ ticket, day, hold: 'frozen' }]);
  expect(JSON.stringify(told)).not.toContain(id);
  // The control: whoever has the row has it.
  expect(JSON.stringify(vault.open())).toContain(id);
});

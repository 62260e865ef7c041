import { describe, expect, it } from 'vitest';
import { applicationId, policyHash, ticket } from '../../../shared/contract/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { createHolds } from '../holds/holds.ts';
import { policyOfTests } from '../policy/policy.test-support.ts';
import type { Session } from '../sessions/session.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { newOccupant } from './occupants.test-support.ts';
import type { Occupant } from './occupants.ts';
import { createOpenAgain } from './open-again.ts';
import { type OpenPort, openApplication } from './open-application.ts';
import { createSnapshots } from './snapshots.ts';
import { createStartScreen } from './start-screen.ts';

const SEVENTH = applicationId.parse('7'.repeat(32));
const KEY = new Uint8Array(32).fill(7);
const LOOK_UP_KEY = new Uint8Array(32).fill(9);

function stage() {
  const vault = newVault();
  const row = begin(vault, '2026-11-24', 1_800_000_000_000);
  const occupants = new Map<string, Occupant>();
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const state: { key: ReturnType<OpenPort['custody']['open']>; left: Session[] } = { key: ok(KEY), left: [] };
  const port = {
    ...{ occupants, holds, kiosk: vault.kiosk },
    custody: { open: () => state.key },
    policies: { find: () => ({ hash: policyHash.parse('ab'.repeat(32)), rules: policyOfTests }) },
    snapshots: createSnapshots({
      occupants,
      vault,
      jobs: { troubles: () => [] },
      denials: { of: () => null },
      screens: { tell: () => undefined },
    }),
    cardLookUp: { key: () => LOOK_UP_KEY },
    startScreen: { left: (session: Session) => void state.left.push(session) },
  };
  const freeze = (scope: 'all' | 'tickets', applications = [row.id]): void =>
    void holds.set({ scope, reason: 'subpoena', since: 5, by: 'Marisol Tidewater', applications });
  return {
    ...{ row, occupants, state, freeze },
    open: (occupant: Occupant) => openApplication(port, occupant, row),
  };
}

describe('an application', () => {
  it('that is opened is its session’s from then on, with its key and its policy', () => {
    const { row, occupants, state, open } = stage();
    const occupant = newOccupant(occupants);
    expect(open(occupant)).toMatchObject({
      ok: true,
      value: {
        ...{
          application: row.id,
          ticket: row.ticket,
          key: KEY,
          lookUpKey: LOOK_UP_KEY,
          policy: policyOfTests,
        },
        snapshot: { state: 'draft', hasPhoto: false },
      },
    });
    expect(occupant).toMatchObject({ application: row.id, used: true });
    expect(state.left).toEqual([occupant.session]);
    // Also while the session that put it aside is still being ended.
    occupant.leaving = true;
    const other = newOccupant(occupants);
    expect(open(other)).toEqual(err({ kind: 'not-now' }));
    expect(other).toMatchObject({ application: null, used: false });
  });

  it.each([
    ['locked', 'custody-locked'],
    ['no-key', 'key-damaged'],
  ] as const)('whose key is %s is not opened: %s', (kind, refusal) => {
    const { occupants, state, open } = stage();
    state.key = err({ kind });
    const occupant = newOccupant(occupants);
    expect(open(occupant)).toEqual(err({ kind: refusal }));
    expect([occupant.application, state.left]).toEqual([null, []]);
  });

  it('that a hold froze is not opened; one that began under a hold on everything is', () => {
    const { occupants, freeze, open } = stage();
    freeze('all', []);
    expect(open(newOccupant(occupants))).toMatchObject({ ok: true });
    occupants.clear();
    freeze('tickets');
    expect(open(newOccupant(occupants))).toEqual(err({ kind: 'held' }));
  });
});

it('only the session on the screen begins, once in its life, and not while something is being erased', () => {
  const [shown, spare] = [newOccupant(), newOccupant()];
  const now: { shown: Session | null; busy: boolean } = { shown: shown.session, busy: false };
  const told: string[] = [];
  const startScreen = createStartScreen({
    pool: { shown: () => now.shown },
    wipes: { busy: () => now.busy },
    endings: { over: () => void told.push('over') },
    screens: { refresh: () => void told.push('screens') },
    openAgain: createOpenAgain({ findByTicket: () => null }),
    staff: { withdrawApproval: (token) => void told.push(`no approval of ${token}`) },
  });
  const may = (): readonly boolean[] => [shown, spare].map((who) => startScreen.mayBegin(who));
  expect(may()).toEqual([true, false]);
  now.busy = true;
  expect(may()).toEqual([false, false]);
  now.busy = false;
  shown.used = true;
  expect(may()).toEqual([false, false]);
  startScreen.offer(null);
  startScreen.left(shown.session);
  const withdrawn = `no approval of ${shown.session.token}`;
  expect([startScreen.offered(), told]).toEqual([null, [withdrawn, 'over', 'screens']]);
});

describe('an application that was opened by itself', () => {
  const atStart = (stored: ReadonlySet<number> = new Set([7])) =>
    createStartScreen({
      pool: { shown: () => null },
      wipes: { busy: () => false },
      endings: { over: () => undefined },
      screens: { refresh: () => undefined },
      openAgain: createOpenAgain({ findByTicket: (which) => (stored.has(which) ? { id: SEVENTH } : null) }),
      staff: { withdrawApproval: () => undefined },
    });

  it('is offered no more once it has ended: it keeps nobody from the screen', () => {
    const stored = new Set([7]);
    const startScreen = atStart(stored);
    startScreen.offer(ticket.parse(7));
    expect([startScreen.offered(), startScreen.offeredApplication()]).toEqual([7, SEVENTH]);
    stored.delete(7);
    expect([startScreen.offered(), startScreen.offeredApplication()]).toEqual([null, null]);
  });

  it('is offered again only after another screen', () => {
    const startScreen = atStart();
    const ofSevenTimes = Array.from({ length: 7 }, () => {
      startScreen.offer(ticket.parse(7));
      const offered = startScreen.offered();
      startScreen.left(newOccupant().session);
      return offered;
    });
    expect(ofSevenTimes).toEqual([7, null, 7, null, 7, null, 7]);
  });
});

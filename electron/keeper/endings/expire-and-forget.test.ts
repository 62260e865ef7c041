import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { type Occupant, occupantOf } from '../applications/occupants.ts';
import { testClock } from '../clock.test-support.ts';
import { createHolds } from '../holds/holds.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { policyWith } from '../policy/policy.test-support.ts';
import { createJobRows } from '../printing/job-rows.ts';
import { until } from '../sessions/sessions.test-support.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { beginWipe } from './begin-wipe.ts';
import { type EndUnfinishedPort, endUnfinished } from './end-unfinished.ts';
import { expirable } from './expire.ts';
import { forgetApplications } from './forget.ts';

const NINE = Date.UTC(2026, 10, 24, 9);

function stage() {
  const vault = newVault();
  const clock = testClock({ now: NINE });
  const { outbox, entries } = outboxOn(vault, clock);
  const occupants = new Map<string, Occupant>();
  const jobRows = createJobRows(vault.database);
  const trayChecks = createTrayChecks(vault.database);
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  /** In the order in which it happened. */
  const news: string[] = [];
  const told: KeeperEvent[] = [];
  const names = { vault, jobRows, cardLookUp: { of: () => null } };
  const port: EndUnfinishedPort = {
    ...{ vault, jobRows, trayChecks, outbox },
    sessionEndings: {
      occupantOf: (application) => occupantOf(occupants, application),
      endInSession: async () => {
        news.push('in its session');
        return { roots: ['/somewhere'], names: [], days: [] };
      },
      endUnseen: async () => void news.push('unseen'),
      searched: async () => undefined,
      giveUpSearch: () => undefined,
      coreGone: () => undefined,
    },
    screens: {
      tell: (_token, event) => void told.push(event),
      refresh: () => void news.push('screens'),
    },
    beginWipe: (application, ended) =>
      beginWipe({ ...names, clock, custody: { kindOf: () => 'memory' } }, application, ended),
    onBug: (where) => void news.push(`defect in ${where}`),
  };
  const policy = policyWith();
  function open(state: ReachedState = reached({ kind: 'photographed' })): ApplicationId {
    const { id } = begin(vault, '2026-11-24', NINE);
    vault.setState(id, state);
    return id;
  }
  return {
    ...{ vault, occupants, jobRows, trayChecks, holds, entries, news, told, port, open, outbox },
    expirableIds: () =>
      expirable({
        ...{ vault, occupants, holds, jobs: { isRunning: () => true } },
        policies: { retentionOf: () => policy.rules.retention },
      }).map(({ id }) => id),
  };
}

describe('what may expire', () => {
  it('is whatever is open, but no card that is being made, nothing that is being left, and nothing that a hold keeps', () => {
    const on = stage();
    const free = on.open();
    on.open(reached({ kind: 'printing', card: 'expected' }));
    const leaving = on.open();
    Object.assign(newOccupant(on.occupants), { application: leaving, leaving: true });
    const frozen = on.open();
    const by = { reason: 'subpoena', since: 5, by: 'Marisol Tidewater' } as const;
    on.holds.set({ ...by, scope: 'tickets', applications: [frozen] });
    expect(on.expirableIds()).toEqual([free]);
    on.holds.set({ ...by, scope: 'all', applications: [] });
    expect(on.expirableIds()).toEqual([]);
    for (const { identifier } of on.holds.all()) on.holds.lift(identifier);
    expect(on.expirableIds()).toEqual([free, frozen]);
  });
});

describe('an application that expires', () => {
  it('with no session ends unseen: no card was made, and nobody has to look anywhere', async () => {
    const on = stage();
    const id = on.open();
    endUnfinished(on.port, id, 'policy-expired');
    await until(() => expect(on.news).toEqual(['unseen', 'screens']));
    expect(on.vault.wipes.all()).toMatchObject([{ application: id, outcome: 'expired' }]);
    expect([on.trayChecks.pending(), on.entries()]).toEqual([null, []]);
  });

  it('in a session is searched for there, by what was made of it before the record goes', async () => {
    const on = stage();
    const id = on.open();
    on.vault.addMade(id, new Uint8Array([7]));
    newOccupant(on.occupants).application = id;
    endUnfinished(on.port, id, 'policy-expired');
    on.vault.remove(id);
    await until(() => expect(on.news).toEqual(['in its session', 'screens']));
    expect(on.told).toMatchObject([{ kind: 'ended', fingerprints: [Buffer.from([7])] }]);
  });

  it('with its card in the tray counts it as not collected, and asks for the tray', () => {
    const on = stage();
    endUnfinished(on.port, on.open(reached({ kind: 'printed' })), 'policy-expired');
    expect(on.trayChecks.pending()).toEqual({ cause: 'expired', applications: 1, cards: 1 });
    expect(on.entries()).toEqual([{ kind: 'spoiled', day: '2026-11-24', reason: 'not-collected' }]);
  });

  it('and one that the office calls off say so, each in its own word', () => {
    const on = stage();
    endUnfinished(on.port, on.open(reached({ kind: 'printed' })), 'office-called-off');
    expect(on.vault.wipes.all()).toMatchObject([{ outcome: 'called-off' }]);
    expect(on.trayChecks.pending()).toEqual({ cause: 'called-off', applications: 1, cards: 1 });
    expect(on.entries()).toEqual([{ kind: 'spoiled', day: '2026-11-24', reason: 'not-collected' }]);
  });

  it('and that the disk does not take has not begun, and is counted nowhere', () => {
    const on = stage();
    const id = on.open(reached({ kind: 'printed' }));
    on.vault.database.exec(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON wipe BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    expect(() => endUnfinished(on.port, id, 'policy-expired')).toThrow('no room');
    expect(on.vault.find(id)?.state).toBe('printed');
    expect([on.trayChecks.pending(), on.outbox.waiting(), on.news.length]).toEqual([null, 0, 0]);
  });

  it('cannot while only its printer may speak', () => {
    const on = stage();
    const id = on.open(reached({ kind: 'printing', card: 'expected' }));
    expect(() => endUnfinished(on.port, id, 'policy-expired')).toThrow('cannot end now');
    expect(on.vault.find(id)?.state).toBe('printing');
  });
});

describe('applications whose keys are gone', () => {
  it('are removed, counted with the cards that may lie in the tray, and named nowhere any more', () => {
    const on = stage();
    const [draft, printed] = [on.open(), on.open(reached({ kind: 'printed' }))];
    const hold = on.holds.set({
      ...{ scope: 'all', reason: 'subpoena', since: 5, by: 'Marisol Tidewater' },
      applications: [draft, printed],
    });
    forgetApplications(on, on.vault.open(), 'power-lost');
    expect(on.vault.open()).toEqual([]);
    expect(on.trayChecks.pending()).toEqual({ cause: 'power-lost', applications: 2, cards: 1 });
    expect(on.entries()).toMatchObject([
      { kind: 'forgotten', applications: 2, cards: 1, cause: 'power-lost' },
    ]);
    expect(on.holds.find(hold)?.frozen).toBe(2);
    expect(on.holds.verdict(draft, null).kind).toBe('kept');
  });

  it('that are none are told to nobody', () => {
    const on = stage();
    forgetApplications(on, [], 'keeper-ended');
    expect([on.trayChecks.pending(), on.entries()]).toEqual([null, []]);
  });
});

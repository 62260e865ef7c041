import { describe, expect, it } from 'vitest';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import { applicationId } from '../../../shared/contract/ids.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import type { DateDoubt } from '../../../shared/ledger/reasons.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { testClock } from '../clock.test-support.ts';
import type { SealFailure } from '../custody/custody.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { A_SUPERVISOR, staffStage } from '../staff/actor.test-support.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import { newVault } from '../vault/vault.test-support.ts';
import type { SelectionsState } from '../x-display/selections.ts';
import { dateCalls } from './date-calls.ts';
import { goLiveCalls, kioskCalls } from './kiosk-calls.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const TODAY = { year: 2026, month: 11, day: 24 };
const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });

function newStage() {
  const vault = newVault();
  const clock = testClock({ now: NOON });
  const people = staffStage();
  people.who = A_SUPERVISOR;
  /** In the order in which things were asked of the other features. */
  const asked: string[] = [];
  const screens = { refresh: () => void asked.push('screens') };
  return { vault, clock, asked, screens, staff: people.staff, ...outboxOn(vault, clock) };
}

/** A kiosk that is set up and not live yet. */
function goingLive(use: KioskUse = 'residents', decided: CustodyKind | null = null) {
  const on = newStage();
  on.vault.database.exec('UPDATE kiosk SET custody = NULL');
  if (use === 'residents') on.vault.kiosk.pinProgrammeKey(new Uint8Array(32));
  const found: { display: SelectionsState; seal: Result<null, SealFailure> } = {
    display: { kind: 'empty' },
    seal: ok(null),
  };
  const custody = {
    prepare() {
      // The file comes before the decision.
      expect(on.vault.kiosk.read()?.custody).toBeNull();
      on.asked.push('custody');
      return found.seal;
    },
  };
  const selections = { examine: () => Promise.resolve(found.display) };
  const { decideCustody } = goLiveCalls({
    ...on,
    kiosk: on.vault.kiosk,
    custody,
    selections,
    use,
    preset: { custody: decided },
  });
  return { ...on, found, decideCustody, decided: () => on.vault.kiosk.read()?.custody };
}

describe('going live', () => {
  it.each([
    ['residents', 'custody-decided'],
    ['rehearsal', 'rehearsal-began'],
  ] as const)('of a kiosk for %s is in the ledger as %s', async (use, kind) => {
    const on = goingLive(use);
    expect(await on.decideCustody({ custody: 'sealed' }, null)).toEqual(done);
    expect(on.decided()).toBe('sealed');
    expect(on.entries()).toMatchObject([{ kind, by: A_SUPERVISOR.member, custody: 'sealed' }]);
    expect(on.asked).toEqual(['custody', 'screens']);
  });

  it('with keys in memory needs no file of keys', async () => {
    const on = goingLive();
    on.found.seal = err({ kind: 'unwritable', code: 'ENOSPC' });
    expect(await on.decideCustody({ custody: 'memory' }, null)).toEqual(done);
    expect(on.asked).toEqual(['screens']);
  });

  it('is refused where a program keeps what is copied, or where keys cannot be sealed, and decides nothing', async () => {
    const on = goingLive();
    on.found.display = { kind: 'kept' };
    expect(await on.decideCustody({ custody: 'memory' }, null)).toEqual(refused('clipboard-kept'));
    on.found.display = { kind: 'empty' };
    on.found.seal = err({ kind: 'unwritable', code: 'ENOSPC' });
    expect(await on.decideCustody({ custody: 'sealed' }, null)).toEqual(refused('not-written'));
    expect([on.decided(), on.entries().length]).toEqual([null, 0]);
  });

  it('is refused to residents under a policy that nobody has signed; a rehearsal needs no signature', async () => {
    const on = goingLive();
    on.vault.database.exec('UPDATE kiosk SET programme_key = NULL');
    expect(await on.decideCustody({ custody: 'memory' }, null)).toEqual(refused('no-program-key'));
    expect([on.decided(), on.entries().length]).toEqual([null, 0]);
    expect(await goingLive('rehearsal').decideCustody({ custody: 'memory' }, null)).toEqual(done);
    expect(await goingLive('evaluation').decideCustody({ custody: 'memory' }, null)).toEqual(done);
  });

  it('keeps keys where the settings say, and nowhere else', async () => {
    const on = goingLive('residents', 'sealed');
    expect(await on.decideCustody({ custody: 'memory' }, null)).toEqual(refused('malformed'));
    expect([on.decided(), on.asked]).toEqual([null, []]);
    expect(await on.decideCustody({ custody: 'sealed' }, null)).toEqual(done);
    expect(on.decided()).toBe('sealed');
  });

  it('is no act of a kiosk that nobody has set up', async () => {
    const on = goingLive();
    on.vault.database.exec('DELETE FROM kiosk');
    expect(await on.decideCustody({ custody: 'memory' }, null)).toEqual(refused('not-now'));
  });
});

function running() {
  const on = newStage();
  const state: { doubt: DateDoubt | null } = { doubt: 'ahead' };
  const time = {
    now: () => ({ elapsed: 0, wall: NOON }),
    doubt: () => state.doubt,
    confirm(also: (utc: number) => void) {
      also(NOON);
      state.doubt = null;
      on.asked.push('time');
    },
    tick: () => undefined,
  };
  const closing: { value: ReturnType<Parameters<typeof kioskCalls>[0]['wipes']['close']> } = {
    value: err({ kind: 'no-failed-wipe' }),
  };
  const trayChecks = createTrayChecks(on.vault.database);
  const calls = {
    ...dateCalls({
      ...{ staff: on.staff, outbox: on.outbox, screens: on.screens },
      ...{ machineClock: on.clock, time },
      endingRound: { now: () => void on.asked.push('endings') },
    }),
    ...kioskCalls({
      ...{ staff: on.staff, screens: on.screens, trayChecks },
      wipes: {
        retry: async () => void on.asked.push('wipes'),
        close: () => closing.value,
      },
      endings: { closed: (application) => void on.asked.push(`closed ${application}`) },
    }),
  };
  return { ...on, state, closing, trayChecks, calls };
}

describe('the date', () => {
  it('is confirmed as it was read, once; what it brings to its end ends now', () => {
    const on = running();
    const yesterday = { ...TODAY, day: 23 };
    expect(on.calls.confirmDate({ shown: yesterday }, null)).toEqual(refused('not-now'));
    expect(on.asked).toEqual([]);
    expect(on.calls.confirmDate({ shown: TODAY }, null)).toEqual(done);
    expect(on.asked).toEqual(['time', 'endings', 'screens']);
    expect(on.entries()).toMatchObject([{ kind: 'date-confirmed', by: A_SUPERVISOR.member, doubt: 'ahead' }]);
    expect(on.calls.confirmDate({ shown: TODAY }, null)).toEqual(refused('not-now'));
    expect(on.entries()).toHaveLength(1);
  });
});

it('a tray is asked for until somebody has looked', () => {
  const on = running();
  on.trayChecks.add({ cause: 'expired', applications: 1, cards: 1 });
  expect(on.calls.confirmTray({})).toEqual(done);
  expect(on.trayChecks.pending()).toBeNull();
  expect(on.asked).toEqual(['screens']);
});

it('a wipe that is closed is told to the screen that is about it, and only then', () => {
  const on = running();
  const closing = { reason: 'found-to-be-nothing' } as const;
  expect(on.calls.closeWipe(closing, null)).toEqual(refused('no-failed-wipe'));
  expect(on.asked).toEqual([]);
  const application = applicationId.parse('d'.repeat(32));
  on.closing.value = ok(application);
  expect(on.calls.closeWipe(closing, null)).toEqual(done);
  expect(on.asked).toEqual([`closed ${application}`, 'screens']);
});

import { describe, expect, it } from 'vitest';
import type { CustodyKind } from '../../../shared/contract/custody.ts';
import type { Examination } from '../../../shared/contract/doctor/doctor-acts.ts';
import { examinedWith } from '../../../shared/contract/doctor/examination.test-support.ts';
import { applicationId } from '../../../shared/contract/ids.ts';
import type { KioskUse } from '../../../shared/contract/kiosk-use.ts';
import type { CheckId } from '../../../shared/doctor/check-id.ts';
import { fail, notRun, pass, warn } from '../../../shared/doctor/finding.ts';
import type { DateDoubt } from '../../../shared/ledger/reasons.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { testClock } from '../clock.test-support.ts';
import type { SealFailure } from '../custody/custody.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { A_CLERK, A_SUPERVISOR, ANOTHER, approvalOf, staffStage } from '../staff/actor.test-support.ts';
import type { Approval } from '../staff/approvals.ts';
import { createTrayChecks } from '../tray/tray-checks.ts';
import { newVault } from '../vault/vault.test-support.ts';
import type { SelectionsState } from '../x-display/selections.ts';
import { dateCalls } from './date-calls.ts';
import { examineForGoLive } from './examine-for-go-live.ts';
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
  return { vault, clock, asked, people, screens, staff: people.staff, ...outboxOn(vault, clock) };
}

/** A kiosk that is set up and not live yet. */
function goingLive(use: KioskUse = 'residents', decided: CustodyKind | null = null) {
  const on = newStage();
  on.vault.database.exec('UPDATE kiosk SET custody = NULL');
  if (use === 'residents') on.vault.kiosk.pinProgrammeKey(new Uint8Array(32));
  const found: { display: SelectionsState; seal: Result<null, SealFailure>; computer: Examination } = {
    display: { kind: 'empty' },
    seal: ok(null),
    computer: { kind: 'ran', report: examinedWith() },
  };
  /** What happens at the kiosk while its computer is looked at. */
  const meanwhile = { happens: (): void => undefined };
  const custody = {
    prepare() {
      // The file comes before the decision.
      expect(on.vault.kiosk.read()?.custody).toBeNull();
      on.asked.push('custody');
      return found.seal;
    },
  };
  const selections = { examine: () => Promise.resolve(found.display) };
  const doctor = {
    examineAnew() {
      on.asked.push('doctor');
      meanwhile.happens();
      return Promise.resolve(found.computer);
    },
  };
  const { decideCustody } = goLiveCalls({
    ...{ ...on, kiosk: on.vault.kiosk, custody, use },
    examine: (inSpiteOf) => examineForGoLive({ selections, doctor, use }, inSpiteOf),
    preset: { custody: decided },
  });
  /** Alone, or in spite of these with what another supervisor has approved. */
  const goLive = (kind: CustodyKind, inSpiteOf: CheckId[] = [], approval: Approval | null = null) =>
    decideCustody({ custody: kind, inSpiteOf }, approval);
  return { ...on, found, meanwhile, goLive, decided: () => on.vault.kiosk.read()?.custody };
}

describe('going live', () => {
  it.each([
    ['residents', 'custody-decided', ['doctor', 'custody', 'screens']],
    ['rehearsal', 'rehearsal-began', ['custody', 'screens']],
    ['evaluation', 'evaluation-began', ['custody', 'screens']],
  ] as const)('of a kiosk for %s is in the ledger as %s', async (use, kind, asked) => {
    const on = goingLive(use);
    expect(await on.goLive('sealed')).toEqual(done);
    expect(on.decided()).toBe('sealed');
    expect(on.entries()).toMatchObject([{ kind, by: A_SUPERVISOR.member, custody: 'sealed' }]);
    expect(on.asked).toEqual(asked);
  });

  it('with keys in memory needs no file of keys', async () => {
    const on = goingLive();
    on.found.seal = err({ kind: 'unwritable', code: 'ENOSPC' });
    expect(await on.goLive('memory')).toEqual(done);
    expect(on.asked).toEqual(['doctor', 'screens']);
  });

  it('is refused where a program keeps what is copied, or where keys cannot be sealed, and decides nothing', async () => {
    const on = goingLive();
    on.found.display = { kind: 'kept' };
    expect(await on.goLive('memory')).toEqual(refused('clipboard-kept'));
    on.found.display = { kind: 'empty' };
    on.found.seal = err({ kind: 'unwritable', code: 'ENOSPC' });
    expect(await on.goLive('sealed')).toEqual(refused('not-written'));
    expect([on.decided(), on.entries().length]).toEqual([null, 0]);
  });

  it('is refused to residents under a policy that nobody has signed; a rehearsal needs no signature', async () => {
    const on = goingLive();
    on.vault.database.exec('UPDATE kiosk SET programme_key = NULL');
    expect(await on.goLive('memory')).toEqual(refused('no-program-key'));
    expect([on.decided(), on.entries().length]).toEqual([null, 0]);
    expect(await goingLive('rehearsal').goLive('memory')).toEqual(done);
    expect(await goingLive('evaluation').goLive('memory')).toEqual(done);
  });

  it('keeps keys where the settings say, and nowhere else', async () => {
    const on = goingLive('residents', 'sealed');
    expect(await on.goLive('memory')).toEqual(refused('malformed'));
    expect([on.decided(), on.asked]).toEqual([null, []]);
    expect(await on.goLive('sealed')).toEqual(done);
    expect(on.decided()).toBe('sealed');
  });

  it('happens once: a call that comes while the computer is looked at, or later, decides nothing', async () => {
    const on = goingLive();
    const answers = await Promise.all([on.goLive('memory'), on.goLive('sealed')]);
    expect(answers).toEqual([done, refused('not-now')]);
    expect(await on.goLive('sealed')).toEqual(refused('not-now'));
    expect(on.decided()).toBe('memory');
    expect(on.entries()).toMatchObject([{ kind: 'custody-decided', custody: 'memory' }]);
    // The third was refused before anybody looked.
    expect(on.asked).toEqual(['doctor', 'doctor', 'screens']);
  });

  it('is theirs who began it, though they sign out while the computer is looked at', async () => {
    const on = goingLive();
    on.meanwhile.happens = () => {
      on.people.who = null;
    };
    expect(await on.goLive('memory')).toEqual(done);
    expect(on.entries()).toMatchObject([{ kind: 'custody-decided', by: A_SUPERVISOR.member }]);
  });

  it('is no act of a kiosk that nobody has set up', async () => {
    const on = goingLive();
    on.vault.database.exec('DELETE FROM kiosk');
    expect(await on.goLive('memory')).toEqual(refused('not-now'));
  });
});

const CLOCK = fail('It is 1970.', 'Set the clock.');
const BREAKING = fail('There is swap.', 'Turn it off.');
const ran = (found: Parameters<typeof examinedWith>[0]): Examination => ({
  ...{ kind: 'ran', report: examinedWith(found) },
});
const stopped = (ids: CheckId[], overridable: boolean) => ({
  ...{ ok: false, error: { kind: 'doctor-stops', ids, overridable } },
});
/** What a second supervisor approved: going live in spite of exactly these, with keys in memory. */
const approvedBy = (inSpiteOf: CheckId[]): Approval => ({
  ...{ ...ANOTHER, act: 'decideCustody', custody: 'memory', inSpiteOf },
});

describe('a computer that is not in order', () => {
  it('stops the go-live of a kiosk for residents, and of no other', async () => {
    const on = goingLive();
    on.found.computer = ran({ clock: CLOCK });
    expect(await on.goLive('memory')).toEqual(stopped(['clock'], true));
    expect([on.decided(), on.entries().length]).toEqual([null, 0]);
    for (const use of ['rehearsal', 'evaluation'] as const) {
      const other = goingLive(use);
      other.found.computer = ran({ clock: CLOCK });
      expect(await other.goLive('memory')).toEqual(done);
    }
  });

  it.each([
    ['what passes', pass('Good.')],
    ['what is not known', notRun('Unknown.')],
    ['what is warned of', warn('So-so.', 'Mend it.')],
  ])('is not one with %s', async (_what, finding) => {
    const on = goingLive();
    on.found.computer = ran({ clock: finding, camera: finding });
    expect(await on.goLive('memory')).toEqual(done);
  });

  it('is one where a promise hangs on what is not known, and nobody overrides that', async () => {
    const on = goingLive();
    on.found.computer = ran({ swap: notRun('Unknown.') });
    expect(await on.goLive('memory')).toEqual(stopped(['swap'], false));
  });

  it('is looked at anew for each go-live: what was found before is neither a pass nor a fail', async () => {
    const on = goingLive();
    on.found.computer = ran({ clock: CLOCK });
    expect(await on.goLive('memory')).toEqual(stopped(['clock'], true));
    on.found.computer = ran({});
    expect(await on.goLive('memory')).toEqual(done);
    expect(on.asked).toEqual(['doctor', 'doctor', 'screens']);
  });

  it('goes live by the word of two supervisors, and the ledger has who they are for each check', async () => {
    const on = goingLive();
    on.found.computer = ran({ clock: CLOCK, camera: fail('There is none.', 'Attach one.') });
    const both: CheckId[] = ['camera', 'clock'];
    expect(await on.goLive('memory', both, approvedBy(['clock', 'camera']))).toEqual(done);
    const people = { by: A_SUPERVISOR.member, second: ANOTHER.member };
    expect(on.entries()).toMatchObject([
      { kind: 'custody-decided', by: A_SUPERVISOR.member, custody: 'memory' },
      { kind: 'live-in-spite', ...people, check: 'clock' },
      { kind: 'live-in-spite', ...people, check: 'camera' },
    ]);
    expect(on.decided()).toBe('memory');
  });

  it('goes live in spite of exactly what was approved: neither of more, nor of less, nor of something else', async () => {
    const on = goingLive();
    on.found.computer = ran({ clock: CLOCK, camera: fail('There is none.', 'Attach one.') });
    const others: CheckId[][] = [['clock'], ['clock', 'account'], ['clock', 'camera', 'account']];
    for (const ids of others)
      expect(await on.goLive('memory', ids, approvedBy(ids))).toEqual(stopped(['clock', 'camera'], true));
    expect([on.decided(), on.entries().length]).toEqual([null, 0]);
  });

  it('keeps its keys where the second one read that they are kept', async () => {
    const on = goingLive();
    on.found.computer = ran({ clock: CLOCK });
    expect(await on.goLive('sealed', ['clock'], approvedBy(['clock']))).toEqual(
      refused('not-a-second-person'),
    );
    expect([on.asked, on.decided(), on.entries().length]).toEqual([[], null, 0]);
    // The control.
    expect(await on.goLive('memory', ['clock'], approvedBy(['clock']))).toEqual(done);
  });

  it('does not go live by the word of one', async () => {
    const on = goingLive();
    on.found.computer = ran({ clock: CLOCK });
    const alone = refused('not-a-second-person');
    expect(await on.goLive('memory', ['clock'])).toEqual(alone);
    // What somebody else approved was another go-live.
    expect(await on.goLive('memory', ['clock'], approvedBy([]))).toEqual(alone);
    on.people.who = A_CLERK;
    expect(await on.goLive('memory', ['clock'], approvedBy(['clock']))).toEqual(alone);
    expect(await on.goLive('memory', ['clock'], approvedBy(['camera']))).toEqual(refused('not-allowed'));
    expect([on.asked, on.decided()]).toEqual([[], null]);
  });

  it('goes live in spite of nothing that breaks an invariant, whoever asks', async () => {
    const on = goingLive();
    on.found.computer = ran({ clock: CLOCK, swap: BREAKING });
    const both: CheckId[] = ['swap', 'clock'];
    expect(await on.goLive('memory', both, approvedBy(both))).toEqual(stopped(['swap', 'clock'], false));
    expect([on.decided(), on.entries().length]).toEqual([null, 0]);
  });

  it('nor where nobody could look', async () => {
    const on = goingLive();
    on.found.computer = { kind: 'did-not-run', utc: '2026-11-24T12:00:00.000Z' };
    expect(await on.goLive('memory', ['clock'], approvedBy(['clock']))).toEqual(stopped([], false));
    expect(on.decided()).toBeNull();
  });

  it('that was put right meanwhile is overridden by nobody', async () => {
    const on = goingLive();
    expect(await on.goLive('memory', ['clock'], approvedBy(['clock']))).toEqual(done);
    expect(on.entries()).toMatchObject([{ kind: 'custody-decided' }]);
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
    tick: () => false,
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
        toClose: () => (closing.value.ok ? closing.value.value : null),
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

  it('is confirmed for a clerk as a supervisor read it, and no other one', () => {
    const on = running();
    on.people.who = A_CLERK;
    expect(on.calls.confirmDate({ shown: TODAY }, null)).toEqual(refused('not-allowed'));
    const other = approvalOf({ act: 'confirmDate', shown: { ...TODAY, day: 23 } });
    expect(on.calls.confirmDate({ shown: TODAY }, other)).toEqual(refused('not-allowed'));
    expect(on.entries()).toEqual([]);
    const approval = approvalOf({ act: 'confirmDate', shown: TODAY });
    expect(on.calls.confirmDate({ shown: TODAY }, approval)).toEqual(done);
    expect(on.entries()).toMatchObject([{ by: ANOTHER.member }]);
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

it('a wipe is closed for a clerk only as it was approved: that one, for that reason', () => {
  const on = running();
  on.people.who = A_CLERK;
  const closing = { reason: 'found-to-be-nothing' } as const;
  const [application, other] = ['d', 'e'].map((digit) => applicationId.parse(digit.repeat(32)));
  if (application === undefined || other === undefined) throw new Error('two');
  on.closing.value = ok(application);
  const approved = (of: Partial<{ reason: 'disk-replaced'; about: typeof other | null }>) =>
    approvalOf({ act: 'closeWipe', ...closing, about: application, ...of });
  for (const approval of [
    ...[null, approved({ reason: 'disk-replaced' }), approved({ about: other }), approved({ about: null })],
  ])
    expect(on.calls.closeWipe(closing, approval)).toEqual(refused('not-allowed'));
  expect(on.asked).toEqual([]);
  expect(on.calls.closeWipe(closing, approved({}))).toEqual(done);
});

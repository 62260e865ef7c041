import { describe, expect, it } from 'vitest';
import { A_CLERK, A_SUPERVISOR, ANOTHER } from '../staff/actor.test-support.ts';
import type { Approval } from '../staff/approvals.ts';
import { HOUR, NOON, suspensionStage } from './suspension-stage.test-support.ts';

const done = { ok: true, value: {} };
const refused = (kind: string) => ({ ok: false, error: { kind } });
const at = (moment: number): string => new Date(moment).toISOString();
const NOBODY = '0'.repeat(32);
const AT_ONCE = { takesEffect: null, open: 'finish', notice: { en: 'Not today.', es: 'Hoy no.' } } as const;
const AT_TWO = { ...AT_ONCE, takesEffect: NOON + 2 * HOUR };
const suspending = (how: typeof AT_ONCE | typeof AT_TWO): Approval => ({
  act: 'suspendIntake',
  ...how,
  ...ANOTHER,
});

describe('suspending intake by hand', () => {
  it('is at once by one supervisor, and ended so; the ledger has both', () => {
    const on = suspensionStage();
    expect(on.suspensions.stopsIntake()).toBe(false);
    expect(on.calls.suspendIntake(AT_ONCE, null)).toEqual(done);
    expect(on.suspensions.stopsIntake()).toBe(true);
    expect(on.suspensions.all()).toEqual([
      {
        ...{ source: 'staff', setBy: A_SUPERVISOR.name, serial: null, open: 'finish' },
        ...{ decided: NOON, notice: AT_ONCE.notice, since: NOON, begins: null, ends: null },
      },
    ]);
    on.clock.advance(HOUR);
    expect(on.calls.endSuspension({ at: null, decided: on.decided() }, null)).toEqual(done);
    expect(on.suspensions.all()).toEqual([]);
    const by = { by: A_SUPERVISOR.member, second: NOBODY, source: 'staff' };
    expect(on.entries()).toEqual([
      { kind: 'intake-suspended', utc: at(NOON), ...by, from: at(NOON), open: 'finish' },
      { kind: 'suspension-ended', utc: at(NOON + HOUR), ...by, from: at(NOON + HOUR) },
    ]);
    // What it does besides is done at once, and not only with the next round.
    expect(on.told).toEqual({ screens: 2, checks: 1 });
  });

  it('at once is at the moment of its entry, also on a clock that goes on meanwhile', () => {
    const on = suspensionStage();
    const { now } = on.clock;
    let readings = 0;
    on.clock.now = () => now() + readings++;
    expect(on.calls.suspendIntake(AT_ONCE, null)).toEqual(done);
    const [row] = on.suspensionRows.all();
    expect(row?.since).toBe(row?.decided);
    expect(on.calls.endSuspension({ at: null, decided: row?.decided ?? 0 }, null)).toEqual(done);
    const entries = on.entries().map((entry) => ('from' in entry ? [entry.utc, entry.from] : []));
    expect(entries.map(([utc]) => utc)).toEqual(entries.map(([, from]) => from));
    expect(entries).toHaveLength(2);
    expect(readings).toBeGreaterThan(4);
  });

  it('is at a time, which can be taken back until then', () => {
    const on = suspensionStage();
    expect(on.calls.suspendIntake(AT_TWO, null)).toEqual(done);
    expect(on.entries()).toMatchObject([{ utc: at(NOON), from: at(NOON + 2 * HOUR) }]);
    on.clock.advance(2 * HOUR - 1);
    on.suspensions.settle();
    expect([on.suspensions.stopsIntake(), on.suspensions.all().length]).toEqual([false, 1]);
    on.clock.advance(1);
    // Also before any round has looked.
    expect(on.suspensions.stopsIntake()).toBe(true);
    expect(on.calls.endSuspension({ at: null, decided: on.decided() }, null)).toEqual(done);
    expect(on.calls.suspendIntake({ ...AT_TWO, takesEffect: NOON + 3 * HOUR }, null)).toEqual(done);
    expect(on.calls.endSuspension({ at: null, decided: on.decided() }, null)).toEqual(done);
    on.clock.advance(9 * HOUR);
    expect(on.suspensions.stopsIntake()).toBe(false);
  });

  it('once in force outlives a clock that is set back, and a keeper', () => {
    const on = suspensionStage();
    on.calls.suspendIntake(AT_TWO, null);
    on.clock.advance(2 * HOUR);
    on.suspensions.settle();
    on.clock.moveClock(-5 * HOUR);
    expect(on.suspensions.stopsIntake()).toBe(true);
    expect(on.suspensionRows.all()).toMatchObject([{ since: NOON + 2 * HOUR, begins: null }]);
  });

  it('ends at a time by both clocks', () => {
    const on = suspensionStage();
    on.calls.suspendIntake(AT_ONCE, null);
    expect(on.calls.endSuspension({ at: NOON + HOUR, decided: on.decided() }, null)).toEqual(done);
    on.clock.moveClock(10 * HOUR);
    on.suspensions.settle();
    expect(on.suspensions.stopsIntake()).toBe(true);
    on.clock.advance(HOUR);
    expect(on.suspensions.stopsIntake()).toBe(false);
    on.suspensions.settle();
    expect(on.suspensionRows.all()).toEqual([]);
    expect(on.entries().at(-1)).toMatchObject({ kind: 'suspension-ended', from: at(NOON + HOUR) });
  });

  it('replaced by another one keeps intake suspended in between', () => {
    const on = suspensionStage();
    on.calls.suspendIntake(AT_ONCE, null);
    on.calls.suspendIntake({ ...AT_TWO, open: 'wipe' }, null);
    expect([on.suspensions.stopsIntake(), on.suspensions.endsOpen()]).toEqual([true, false]);
    on.clock.advance(2 * HOUR);
    expect([on.suspensions.stopsIntake(), on.suspensions.endsOpen()]).toEqual([true, true]);
  });

  it('refuses a moment that is over, a notice without a language, and an end of nothing', () => {
    const on = suspensionStage();
    expect(on.calls.suspendIntake({ ...AT_ONCE, takesEffect: NOON }, null)).toEqual(refused('moment-over'));
    expect(on.calls.suspendIntake({ ...AT_ONCE, notice: { en: 'Not today.' } }, null)).toEqual(
      refused('notice-incomplete'),
    );
    expect(on.calls.endSuspension({ at: null, decided: on.decided() }, null)).toEqual(
      refused('not-suspended'),
    );
    expect(on.suspensions.all()).toEqual([]);
    on.calls.suspendIntake(AT_ONCE, null);
    expect(on.calls.endSuspension({ at: NOON - 1, decided: on.decided() }, null)).toEqual(
      refused('moment-over'),
    );
    expect(on.suspensions.stopsIntake()).toBe(true);
    expect(on.entries()).toHaveLength(1);
  });

  it('is ended only as it was read: not what stands in its place by now, whoever approved the end', () => {
    const on = suspensionStage();
    on.calls.suspendIntake(AT_ONCE, null);
    const read = { at: null, decided: on.decided() };
    const approval: Approval = { act: 'endSuspension', ...read, ...ANOTHER };
    on.clock.advance(1);
    on.calls.suspendIntake({ ...AT_ONCE, open: 'wipe' }, null);
    expect(on.calls.endSuspension(read, null)).toEqual(refused('suspension-changed'));
    expect(on.calls.endSuspension(read, approval)).toEqual(refused('suspension-changed'));
    on.people.who = A_CLERK;
    expect(on.calls.endSuspension({ at: null, decided: on.decided() }, approval)).toEqual(
      refused('not-allowed'),
    );
    expect(on.suspensions.all()).toMatchObject([{ open: 'wipe' }]);
    on.people.who = A_SUPERVISOR;
    expect(on.calls.endSuspension({ at: null, decided: on.decided() }, null)).toEqual(done);
  });

  it('in practice stops nobody and ends nothing, and holds once practice ends', () => {
    const on = suspensionStage();
    on.vault.kiosk.setPracticing(true);
    on.calls.suspendIntake({ ...AT_ONCE, open: 'wipe' }, null);
    expect([on.suspensions.stopsIntake(), on.suspensions.endsOpen()]).toEqual([false, false]);
    expect([on.suspensions.all().length, on.entries().length]).toEqual([1, 1]);
    on.vault.kiosk.setPracticing(false);
    expect([on.suspensions.stopsIntake(), on.suspensions.endsOpen()]).toEqual([true, true]);
  });
});

describe('who suspends intake', () => {
  it('a clerk does with a supervisor, for exactly what that one approved', () => {
    const on = suspensionStage();
    on.people.who = A_CLERK;
    expect(on.calls.suspendIntake(AT_ONCE, null)).toEqual(refused('not-allowed'));
    expect(on.calls.suspendIntake({ ...AT_ONCE, open: 'wipe' }, suspending(AT_ONCE))).toEqual(
      refused('not-allowed'),
    );
    expect(on.calls.suspendIntake(AT_ONCE, suspending(AT_ONCE))).toEqual(done);
    expect(on.entries()).toMatchObject([{ by: ANOTHER.member, second: NOBODY }]);
  });

  it('two supervisors do where the policy asks for two, for this and for its end', () => {
    const on = suspensionStage({ suspension: { secondPerson: true } });
    expect(on.calls.suspendIntake(AT_ONCE, null)).toEqual(refused('not-allowed'));
    expect(on.calls.suspendIntake(AT_TWO, suspending(AT_ONCE))).toEqual(refused('not-allowed'));
    on.people.who = A_CLERK;
    expect(on.calls.suspendIntake(AT_ONCE, suspending(AT_ONCE))).toEqual(refused('not-allowed'));
    on.people.who = A_SUPERVISOR;
    expect(on.entries()).toEqual([]);
    expect(on.calls.suspendIntake(AT_ONCE, suspending(AT_ONCE))).toEqual(done);
    const ending: Approval = { act: 'endSuspension', at: NOON + HOUR, decided: NOON, ...ANOTHER };
    expect(on.calls.endSuspension({ at: null, decided: on.decided() }, ending)).toEqual(
      refused('not-allowed'),
    );
    expect(on.calls.endSuspension({ at: NOON + HOUR, decided: on.decided() }, ending)).toEqual(done);
    expect(on.entries()).toMatchObject(
      ['intake-suspended', 'suspension-ended'].map((kind) => ({
        ...{ kind, by: A_SUPERVISOR.member, second: ANOTHER.member },
      })),
    );
  });
});

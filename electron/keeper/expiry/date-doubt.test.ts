import fc from 'fast-check';
import { afterEach, describe, expect, it } from 'vitest';
import { calendarIn } from '../../../shared/local-calendar.ts';
import { type KioskTimeStage, kioskTimeStage, LONGEST_NIGHT } from './kiosk-time.test-support.ts';
import { type Reckoning, reckon } from './reckoning.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
const YEAR = 365 * DAY;

/** A kiosk that has run for an hour and has just written that down. It is ten in the morning. */
function running(): KioskTimeStage {
  const stage = kioskTimeStage();
  stage.time().tick(true);
  stage.clock.advance(HOUR);
  stage.time().tick(true);
  return stage;
}

/** The machine is off, starts, and runs for a minute before the keeper does. */
function restart(stage: KioskTimeStage, offMilliseconds: number, wallMovedBy = 0): void {
  stage.clock.reboot({ offMilliseconds, wallMovedBy });
  stage.clock.advance(MINUTE);
  stage.restartKeeper();
  stage.time().tick(true);
}

const elapsed = (stage: KioskTimeStage) => stage.time().now().elapsed;
const doubt = (stage: KioskTimeStage) => stage.time().doubt();

describe('after the machine was off', () => {
  it.each([
    ['a night of sixteen hours', 16 * HOUR],
    ['the longest night', LONGEST_NIGHT],
    ['no time at all', 0],
  ])('%s is believed and counted', (_name, off) => {
    const stage = running();
    restart(stage, off);
    expect(doubt(stage)).toBeNull();
    expect(elapsed(stage)).toBe(HOUR + off + MINUTE);
  });

  it.each([
    ['a month ahead', 16 * HOUR, 30 * DAY, 'ahead'],
    ['a little more than the longest night ahead', 0, LONGEST_NIGHT + 2 * MINUTE, 'ahead'],
    ['a year back', 16 * HOUR, -YEAR, 'behind'],
    ['a day back after a night', 16 * HOUR, -DAY, 'behind'],
    ['at the battery’s beginning', 16 * HOUR, Date.UTC(2000, 0, 1) - Date.UTC(2026, 10, 25), 'behind'],
  ])('a clock %s is in doubt: only what ran is counted', (_name, off, moved, why) => {
    const stage = running();
    restart(stage, off, moved);
    expect(doubt(stage)).toBe(why);
    expect(elapsed(stage)).toBe(HOUR + MINUTE);
    // Everything is dated by what the kiosk knows itself.
    expect(stage.time().now().wall).toBe(Date.UTC(2026, 10, 24, 10, 1));
    stage.clock.advance(2 * HOUR);
    expect(elapsed(stage)).toBe(3 * HOUR + MINUTE);
    expect(stage.time().now().wall).toBe(Date.UTC(2026, 10, 24, 12, 1));
  });

  it.each([30 * DAY, -YEAR])('a clock %d ms wrong that is set right is believed by itself', (moved) => {
    const stage = running();
    restart(stage, 16 * HOUR, moved);
    expect(doubt(stage)).not.toBeNull();
    stage.clock.moveClock(-moved);
    expect(doubt(stage)).toBeNull();
    expect(elapsed(stage)).toBe(HOUR + 16 * HOUR + MINUTE);
    expect(stage.time().now().wall).toBe(stage.clock.now());
  });

  it('a clock that went back is in doubt also on the same day: a night may have gone by, and the jump is told', () => {
    const stage = running();
    restart(stage, 2 * HOUR, -3 * HOUR);
    expect(doubt(stage)).toBe('behind');
    expect(stage.jumps).toEqual([{ direction: 'back', minutes: 60 }]);
  });

  it('the doubt outlives keepers and restarts, and the uptime of each is counted', () => {
    const stage = running();
    restart(stage, HOUR, 30 * DAY);
    stage.restartKeeper();
    expect(doubt(stage)).toBe('ahead');
    restart(stage, HOUR);
    restart(stage, HOUR);
    expect(doubt(stage)).toBe('ahead');
    expect(elapsed(stage)).toBe(HOUR + 3 * MINUTE);
  });

  it('a heartbeat that a full disk did not take makes the night longer, never shorter', () => {
    const stage = running();
    stage.disk.full = true;
    stage.clock.advance(80 * HOUR);
    expect(() => stage.time().tick(true)).toThrow('disk full');
    stage.disk.full = false;
    restart(stage, 16 * HOUR);
    expect(doubt(stage)).toBe('ahead');
  });
});

describe('while the machine runs', () => {
  it.each([
    [14 * HOUR, 'ahead'],
    [30 * DAY, 'ahead'],
    [-11 * HOUR, 'behind'],
    [-YEAR, 'behind'],
  ])('a clock moved by %d ms to another day is in doubt, and kiosk time goes on', (moved, why) => {
    const stage = running();
    stage.clock.moveClock(moved);
    stage.clock.advance(MINUTE);
    stage.time().tick(true);
    expect(doubt(stage)).toBe(why);
    expect(stage.time().now()).toEqual({ elapsed: HOUR + MINUTE, wall: Date.UTC(2026, 10, 24, 10, 1) });
    expect(stage.jumps).toEqual([
      { direction: moved > 0 ? 'forward' : 'back', minutes: Math.abs(moved) / MINUTE },
    ]);
    stage.clock.moveClock(-moved);
    expect(doubt(stage)).toBeNull();
    expect(elapsed(stage)).toBe(HOUR + MINUTE);
  });

  it.each([13 * HOUR, -9 * HOUR, MINUTE])('one moved by %d ms within its day is believed', (moved) => {
    const stage = running();
    stage.clock.moveClock(moved);
    expect(doubt(stage)).toBeNull();
    expect(stage.time().now().wall).toBe(stage.clock.now());
  });

  it('a restart makes no night of a jump that was in doubt before it', () => {
    const stage = running();
    stage.clock.moveClock(2 * DAY);
    stage.time().tick(true);
    expect(doubt(stage)).toBe('ahead');
    restart(stage, MINUTE);
    expect(doubt(stage)).toBe('ahead');
    expect(elapsed(stage)).toBe(HOUR + MINUTE);
    stage.clock.moveClock(-2 * DAY);
    expect(doubt(stage)).toBeNull();
    expect(elapsed(stage)).toBe(HOUR + 2 * MINUTE);
  });
});

describe('what the ledger has written', () => {
  it('puts a clock in doubt that an older vault would believe', () => {
    const stage = running();
    stage.ledger.last = Date.UTC(2026, 10, 26, 9, 0);
    restart(stage, 16 * HOUR);
    expect(doubt(stage)).toBe('behind');
    expect(stage.time().now().wall).toBe(stage.ledger.last);
    stage.clock.moveClock(2 * DAY);
    expect(doubt(stage)).toBeNull();
  });

  it('asks nobody where it is of the same day or earlier', () => {
    const stage = running();
    stage.ledger.last = stage.clock.now() + 30 * SECOND;
    stage.restartKeeper();
    expect(doubt(stage)).toBeNull();
  });

  it('no longer counts once a person has confirmed the date', () => {
    const stage = running();
    stage.ledger.last = stage.clock.now() + YEAR;
    stage.restartKeeper();
    expect(doubt(stage)).toBe('behind');
    stage.time().confirm(() => undefined);
    expect(doubt(stage)).toBeNull();
    stage.clock.advance(HOUR);
    expect(doubt(stage)).toBeNull();
  });
});

describe('a date that somebody confirms', () => {
  it('is believed from then on, with the time that the machine was off', () => {
    const stage = running();
    restart(stage, 30 * DAY);
    expect(doubt(stage)).toBe('ahead');
    const told: number[] = [];
    stage.time().confirm((utc) => told.push(utc));
    expect(told).toEqual([stage.clock.now()]);
    expect(doubt(stage)).toBeNull();
    expect(stage.time().now()).toEqual({ elapsed: HOUR + 30 * DAY + MINUTE, wall: stage.clock.now() });
    stage.restartKeeper();
    expect(doubt(stage)).toBeNull();
  });

  it('adds nothing to kiosk time where the machine was never off, or came back earlier', () => {
    const moved = running();
    moved.clock.moveClock(30 * DAY);
    expect(doubt(moved)).toBe('ahead');
    moved.time().confirm(() => undefined);
    expect(moved.time().now()).toEqual({ elapsed: HOUR, wall: moved.clock.now() });
    const back = running();
    restart(back, DAY, -YEAR);
    back.time().confirm(() => undefined);
    expect(back.time().now()).toEqual({ elapsed: HOUR + MINUTE, wall: back.clock.now() });
  });

  it('changes nothing when the disk does not take it', () => {
    const stage = running();
    restart(stage, 30 * DAY);
    stage.disk.full = true;
    expect(() => stage.time().confirm(() => undefined)).toThrow('disk full');
    expect(doubt(stage)).toBe('ahead');
    expect(elapsed(stage)).toBe(HOUR + MINUTE);
  });
});

it('before set-up every clock is believed: there is nobody to ask', () => {
  const stage = running();
  stage.staff.isSetUp = false;
  restart(stage, HOUR, -YEAR);
  expect(doubt(stage)).toBeNull();
  expect(stage.time().now().wall).toBe(stage.clock.now());
});

describe('a change of the clocks', () => {
  const zoneBefore = process.env.TZ;
  afterEach(() => {
    if (zoneBefore === undefined) delete process.env.TZ;
    else process.env.TZ = zoneBefore;
  });

  it.each([
    ['America/New_York', '2026-03-08'],
    ['America/New_York', '2026-11-01'],
    ['Australia/Lord_Howe', '2026-04-05'],
    ['America/Havana', '2026-11-01'],
  ])('in %s on %s is no moved clock, on or off', (zone, day) => {
    process.env.TZ = zone;
    const evening = new Date(`${day}T12:00:00`).getTime() - 18 * HOUR;
    const before: Reckoning = {
      boot: 'one',
      uptime: HOUR,
      wall: evening,
      elapsed: 0,
      reckoned: evening,
      offUnknown: false,
    };
    const rules = { longestNight: LONGEST_NIGHT, localDayAt: calendarIn(zone).localDayAt };
    const never = Number.NEGATIVE_INFINITY;
    for (let hours = 1; hours < 30; hours += 1) {
      const wall = evening + hours * HOUR;
      const on = reckon(before, { boot: 'one', uptime: HOUR + hours * HOUR, wall }, never, rules);
      expect(on).toMatchObject({ doubt: null, next: { elapsed: hours * HOUR, reckoned: wall } });
      const off = reckon(before, { boot: 'two', uptime: MINUTE, wall }, never, rules);
      expect(off).toMatchObject({ doubt: null, next: { elapsed: hours * HOUR, reckoned: wall } });
    }
  });
});

it('whatever is done to clock and machine, kiosk time takes no more than ran and one night at a time', () => {
  const seen = { doubts: 0, nights: 0 };
  const step = fc.record({
    kind: fc.constantFrom('run', 'move', 'restart'),
    // A minute at least: what is shorter may not be written yet, and a restart may lose it.
    off: fc.oneof(
      fc.integer({ min: MINUTE, max: LONGEST_NIGHT }),
      fc.integer({ min: MINUTE, max: 20 * DAY }),
    ),
    // Mostly right: after the first wrong one hardly any other clock is believed in the same life.
    moved: fc.oneof(
      { weight: 3, arbitrary: fc.constant(0) },
      { weight: 1, arbitrary: fc.integer({ min: -400 * DAY, max: 400 * DAY }) },
    ),
  });
  fc.assert(
    fc.property(fc.array(step, { minLength: 1, maxLength: 12 }), (steps) => {
      const stage = running();
      for (const { kind, off, moved } of steps) {
        const before = stage.time().now();
        if (kind === 'run') stage.clock.advance(off);
        if (kind === 'move') stage.clock.moveClock(moved);
        if (kind === 'restart') restart(stage, off, moved);
        stage.time().tick(true);
        const after = stage.time().now();
        const ran = kind === 'run' ? off : kind === 'restart' ? MINUTE : 0;
        const isDoubted = doubt(stage) !== null;
        expect(after.elapsed - before.elapsed).toBeGreaterThanOrEqual(ran);
        expect(after.elapsed - before.elapsed).toBeLessThanOrEqual(ran + LONGEST_NIGHT);
        if (isDoubted) {
          expect(after.elapsed).toBe(before.elapsed + ran);
          // A clock set by less than a minute may not be written yet.
          expect(Math.abs(after.wall - before.wall - ran)).toBeLessThanOrEqual(MINUTE);
          seen.doubts += 1;
        } else if (after.elapsed - before.elapsed > ran) seen.nights += 1;
      }
    }),
    { numRuns: 500 },
  );

  expect(Math.min(seen.doubts, seen.nights)).toBeGreaterThan(20);
});

import { describe, expect, it } from 'vitest';
import { type KioskTimeStage, kioskTimeStage } from './kiosk-time.test-support.ts';

const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** A kiosk that has just written how old it is. */
function running(): KioskTimeStage {
  const stage = kioskTimeStage();
  stage.time().tick(true);
  return stage;
}

const elapsed = (stage: KioskTimeStage) => stage.time().now().elapsed;

describe('kiosk time', () => {
  it('begins at nothing and grows by what is lived through', () => {
    const stage = running();
    expect(elapsed(stage)).toBe(0);
    stage.clock.advance(90 * SECOND + 7);
    expect(stage.time().now()).toEqual({ elapsed: 90 * SECOND + 7, wall: stage.clock.now() });
  });

  it.each([-20 * DAY, -61 * SECOND, -SECOND, SECOND, 61 * SECOND, 20 * DAY])(
    'does not care for a wall clock set by %d ms',
    (moved) => {
      const stage = running();
      stage.clock.moveClock(moved);
      stage.clock.advance(HOUR);
      expect(elapsed(stage)).toBe(HOUR);
    },
  );

  it('goes on after a restart of the keeper, as if it had not been away', () => {
    const stage = running();
    stage.clock.advance(HOUR);
    stage.clock.moveClock(-DAY);
    stage.restartKeeper();
    expect(elapsed(stage)).toBe(HOUR);
    expect(stage.row()?.elapsed).toBe(0);
  });

  it('counts the time that the machine was off', () => {
    const stage = running();
    stage.clock.advance(HOUR);
    stage.clock.reboot({ offMilliseconds: 3 * HOUR, wallMovedBy: 0 });
    stage.clock.advance(20 * SECOND);
    stage.restartKeeper();
    expect(elapsed(stage)).toBe(4 * HOUR + 20 * SECOND);
    stage.time().tick(true);
    expect(stage.jumps).toEqual([]);
  });

  it('counts the uptime where the wall clock came back behind the last seen, and the rest when it is set right', () => {
    const stage = running();
    stage.clock.advance(HOUR);
    stage.time().tick(true);
    stage.clock.reboot({ offMilliseconds: 3 * HOUR, wallMovedBy: -400 * DAY });
    stage.clock.advance(20 * SECOND);
    stage.restartKeeper();
    expect(elapsed(stage)).toBe(HOUR + 20 * SECOND);
    stage.clock.moveClock(400 * DAY);
    stage.clock.advance(SECOND);
    expect(elapsed(stage)).toBe(4 * HOUR + 21 * SECOND);
  });

  it('never goes back, not even where an uptime does', () => {
    const stage = running();
    stage.clock.advance(-SECOND);
    expect(elapsed(stage)).toBe(0);
    stage.clock.advance(SECOND);
    expect(elapsed(stage)).toBe(SECOND);
  });
});

describe('a jump of the wall clock', () => {
  it.each([
    [61 * SECOND, 'forward', 1],
    [-61 * SECOND, 'back', 1],
    [3 * DAY, 'forward', 3 * 24 * 60],
    [-90 * MINUTE, 'back', 90],
  ])('by %d ms is told once: %s, %d minutes', (moved, direction, minutes) => {
    const stage = running();
    stage.clock.advance(10 * SECOND);
    stage.clock.moveClock(moved);
    // Whoever asks for the time in between does not use it up.
    elapsed(stage);
    stage.time().tick(true);
    expect(stage.jumps).toEqual([{ direction, minutes }]);
    stage.clock.advance(30 * SECOND);
    stage.time().tick(true);
    stage.restartKeeper();
    stage.time().tick(true);
    expect(stage.jumps).toHaveLength(1);
  });

  it('of a minute or less is none, but several add up', () => {
    const stage = running();
    stage.clock.moveClock(MINUTE);
    stage.time().tick(true);
    expect(stage.jumps).toEqual([]);
    stage.clock.moveClock(MINUTE);
    stage.time().tick(true);
    expect(stage.jumps).toEqual([{ direction: 'forward', minutes: 2 }]);
  });

  it('is seen across a restart of the keeper', () => {
    const stage = running();
    stage.clock.advance(HOUR);
    stage.clock.moveClock(-2 * HOUR);
    stage.restartKeeper();
    stage.time().tick(true);
    expect(stage.jumps).toEqual([{ direction: 'back', minutes: 120 }]);
  });

  it('is seen across a restart of the machine only if it went back', () => {
    const stage = running();
    stage.clock.reboot({ offMilliseconds: 3 * HOUR, wallMovedBy: 2 * DAY });
    stage.restartKeeper();
    stage.time().tick(true);
    expect(stage.jumps).toEqual([]);
    stage.clock.reboot({ offMilliseconds: HOUR, wallMovedBy: -3 * HOUR });
    stage.clock.advance(30 * MINUTE);
    stage.restartKeeper();
    stage.time().tick(true);
    // It is an hour and a half behind the last seen and has run for half an hour: two hours at least.
    expect(stage.jumps).toEqual([{ direction: 'back', minutes: 120 }]);
  });

  it.each(['the same keeper', 'the next keeper'])('that the disk did not take is told by %s', (who) => {
    const stage = running();
    stage.disk.full = true;
    stage.clock.moveClock(DAY);
    expect(() => stage.time().tick(true)).toThrow('disk full');
    expect(stage.jumps).toEqual([]);
    if (who === 'the next keeper') stage.restartKeeper();
    stage.disk.full = false;
    stage.time().tick(true);
    stage.time().tick(true);
    stage.restartKeeper();
    stage.time().tick(true);
    expect(stage.jumps).toEqual([{ direction: 'forward', minutes: 24 * 60 }]);
  });
});

describe('what is written', () => {
  it('is at most a minute old, and is not written more often', () => {
    const stage = running();
    expect(stage.writes()).toBe(1);
    for (let second = 0; second < 600; second += 1) {
      stage.clock.advance(SECOND);
      stage.time().tick(true);
      expect(elapsed(stage) - (stage.row()?.elapsed ?? 0)).toBeLessThanOrEqual(MINUTE);
    }
    expect(stage.writes()).toBe(11);
  });

  it('is at most an hour old while nothing goes by it, and new at once when something does', () => {
    const stage = running();
    stage.clock.advance(HOUR);
    expect(stage.time().tick(false)).toBe(true);
    for (let minute = 0; minute < 119; minute += 1) {
      stage.clock.advance(MINUTE);
      stage.time().tick(false);
    }
    expect(stage.writes()).toBe(3);
    expect(elapsed(stage) - (stage.row()?.elapsed ?? 0)).toBe(59 * MINUTE);
    stage.time().tick(true);
    expect(stage.row()?.elapsed).toBe(elapsed(stage));
  });

  it('does not tell when something last went by it: that hour is written to its end, and then only full hours are', () => {
    for (const last of [1, 25, 59]) {
      const stage = running();
      stage.clock.advance(3 * HOUR);
      const written: number[] = [];
      for (let minute = 0; minute < 180; minute += 1) {
        if (stage.time().tick(minute === last)) written.push((stage.row()?.elapsed ?? 0) % HOUR);
        // At each moment the row is of now, or of the beginning of an hour.
        const { elapsed: kept } = stage.row() ?? { elapsed: -1 };
        expect([0, elapsed(stage) % HOUR]).toContain(kept % HOUR);
        stage.clock.advance(MINUTE);
      }
      expect(written).toHaveLength(60 - last + 3);
    }
  });

  it('is not younger for a clock that was set back while the machine was off, after an hour in which nothing went by it', () => {
    const stage = running();
    stage.clock.advance(2 * HOUR - MINUTE);
    stage.time().tick(false);
    // As a record does that begins now.
    stage.time().tick(true);
    const began = elapsed(stage);
    stage.clock.reboot({ offMilliseconds: 0, wallMovedBy: -HOUR / 2 });
    stage.restartKeeper();
    expect(elapsed(stage)).toBe(began);
  });

  it('is new at once after a jump and after a restart of the machine', () => {
    const stage = running();
    stage.clock.moveClock(HOUR);
    stage.time().tick(true);
    expect(stage.row()?.wall).toBe(stage.clock.now());
    stage.clock.reboot({ offMilliseconds: SECOND, wallMovedBy: 0 });
    stage.restartKeeper();
    stage.time().tick(true);
    expect(stage.row()).toEqual({
      elapsed: SECOND,
      boot: stage.clock.bootId(),
      uptime: 0,
      wall: stage.clock.now(),
      reckoned: stage.clock.now(),
      offUnknown: false,
    });
    expect(stage.writes()).toBe(3);
  });

  it.each([
    ['a minute', (stage: KioskTimeStage) => stage.clock.advance(MINUTE)],
    ['a jump', (stage: KioskTimeStage) => stage.clock.moveClock(HOUR)],
    [
      'a restart of the machine',
      (stage: KioskTimeStage) => stage.clock.reboot({ offMilliseconds: 1, wallMovedBy: 0 }),
    ],
  ])('after %s is tried again when it failed', (_, happen) => {
    const stage = running();
    stage.disk.full = true;
    happen(stage);
    expect(() => stage.time().tick(true)).toThrow('disk full');
    stage.disk.full = false;
    stage.time().tick(true);
    expect(stage.row()).toEqual({
      ...stage.time().now(),
      boot: stage.clock.bootId(),
      uptime: stage.clock.uptime(),
      reckoned: stage.clock.now(),
      offUnknown: false,
    });
  });
});

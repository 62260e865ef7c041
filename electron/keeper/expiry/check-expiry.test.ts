import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Retention } from '../../../shared/application/retention.ts';
import { type ApplicationId, applicationId } from '../../../shared/contract/ids.ts';
import { createExpiry, type ExpirableApplication } from './check-expiry.ts';
import { type KioskTimeStage, kioskTimeStage } from './kiosk-time.test-support.ts';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;

/** A running expiry whose timer is turned by hand. */
const retention: Retention = { hours: 8, endOfDay: true };

function stage(rule = retention, time: KioskTimeStage = kioskTimeStage()) {
  const applications: ExpirableApplication[] = [];
  const expired: ApplicationId[] = [];
  const failures: unknown[] = [];
  const broken = { list: false, applications: new Set<ApplicationId>() };
  const timers: { readonly milliseconds: number; readonly run: () => void }[] = [];
  const expiry = createExpiry({
    clock: time.clock,
    time: { now: () => time.time().now(), tick: () => time.time().tick(true) },
    expirable() {
      if (broken.list) throw new Error('the list is gone');
      return [...applications];
    },
    expire(id) {
      if (broken.applications.has(id)) throw new Error('does not begin');
      expired.push(id);
      applications.splice(
        applications.findIndex((application) => application.id === id),
        1,
      );
    },
    failed: (error) => failures.push(error),
    later: (milliseconds, run) => timers.push({ milliseconds, run }),
  });
  return {
    ...time,
    expiry,
    expired,
    failures,
    broken,
    timers,
    begin(): ExpirableApplication {
      const application = {
        id: applicationId.parse(randomBytes(16).toString('hex')),
        began: time.time().now(),
        retention: rule,
      };
      applications.push(application);
      return application;
    },
    /** Lets time pass as a keeper lives it. */
    live(milliseconds: number) {
      for (let left = milliseconds; left > 0; ) {
        const timer = timers.shift();
        if (timer === undefined) throw new Error('no check is due any more');
        time.clock.advance(timer.milliseconds);
        left -= timer.milliseconds;
        timer.run();
      }
    },
  };
}

describe('expiry', () => {
  it('ends each application in its time, with nobody there', () => {
    const { expiry, begin, live, expired } = stage();
    expiry.start();
    const first = begin();
    live(HOUR);
    const second = begin();
    live(7 * HOUR - MINUTE);
    expect(expired).toEqual([]);
    live(MINUTE);
    expect(expired).toEqual([first.id]);
    live(HOUR);
    expect(expired).toEqual([first.id, second.id]);
  });

  it('ends what began yesterday within half a minute of midnight', () => {
    const { expiry, begin, live, expired } = stage(
      { hours: 8, endOfDay: true },
      kioskTimeStage(Date.UTC(2026, 10, 24, 22)),
    );
    expiry.start();
    const { id } = begin();
    live(2 * HOUR - MINUTE / 2);
    expect(expired).toEqual([]);
    live(MINUTE / 2);
    expect(expired).toEqual([id]);
  });

  it('does nothing before it starts, then checks at once and each half minute', () => {
    const { expiry, begin, clock, expired, timers } = stage();
    const { id } = begin();
    clock.advance(9 * HOUR);
    expect([expired, timers]).toEqual([[], []]);
    expiry.start();
    expect(expired).toEqual([id]);
    expect(timers.map(({ milliseconds }) => milliseconds)).toEqual([30_000]);
  });

  it('counts the time that the machine was off', () => {
    const kiosk = kioskTimeStage();
    kiosk.time().tick(true);
    const began = kiosk.time().now();
    kiosk.clock.reboot({ offMilliseconds: 8 * HOUR, wallMovedBy: 0 });
    kiosk.restartKeeper();
    const { expiry } = stage({ hours: 8, endOfDay: true }, kiosk);
    expect(expiry.minutesLeft({ began, retention })).toBe(0);
    expect(expiry.minutesLeft({ began: kiosk.time().now(), retention })).toBe(7 * 60);
  });

  it('can be asked to check without a second timer', () => {
    const { expiry, begin, clock, expired, timers } = stage();
    expiry.start();
    const { id } = begin();
    clock.advance(8 * HOUR);
    expiry.check();
    expect(expired).toEqual([id]);
    expect(timers).toHaveLength(1);
  });

  it('tells what is left, and tells of jumps', () => {
    const { expiry, begin, clock, jumps } = stage();
    expiry.start();
    const { began } = begin();
    clock.advance(HOUR + 1);
    expect(expiry.minutesLeft({ began, retention })).toBe(420);
    clock.moveClock(20 * HOUR);
    expiry.check();
    expect(expiry.minutesLeft({ began, retention })).toBe(420);
    expect(jumps).toEqual([{ direction: 'forward', minutes: 1200 }]);
  });
});

describe('a failure', () => {
  it('of one application keeps no other one, is told, and is tried again', () => {
    const { expiry, begin, live, expired, failures, broken } = stage();
    expiry.start();
    const [stuck, other] = [begin(), begin()];
    broken.applications.add(stuck.id);
    live(8 * HOUR);
    expect(expired).toEqual([other.id]);
    expect(failures).toEqual([new Error('does not begin')]);
    broken.applications.clear();
    live(MINUTE / 2);
    expect(expired).toEqual([other.id, stuck.id]);
  });

  it('to keep the time ends applications all the same', () => {
    const { expiry, begin, live, expired, failures, disk } = stage();
    expiry.start();
    const { id } = begin();
    disk.full = true;
    live(8 * HOUR);
    expect(expired).toEqual([id]);
    expect(failures[0]).toEqual(new Error('disk full'));
  });

  it('to read the list is told, and is tried again', () => {
    const { expiry, begin, live, expired, failures, broken } = stage();
    broken.list = true;
    expiry.start();
    expect(failures).toEqual([new Error('the list is gone')]);
    broken.list = false;
    const { id } = begin();
    live(8 * HOUR);
    expect(expired).toEqual([id]);
  });
});

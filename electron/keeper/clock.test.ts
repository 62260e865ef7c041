import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { testClock } from './clock.test-support.ts';
import { bootId, clockIn, machineClock } from './clock.ts';

const HOUR = 60 * 60_000;

describe("the machine's clock", () => {
  it('counts from the start of the machine, to the hundredth of a second', () => {
    const before = Number(readFileSync('/proc/uptime', 'utf8').split(' ')[0]) * 1000;
    const uptime = machineClock.uptime();
    expect(uptime).toBeGreaterThanOrEqual(Math.floor(before));
    expect(uptime).toBeLessThan(before + 20_000);
    expect(Number.isSafeInteger(uptime)).toBe(true);
    const again = machineClock.uptime();
    expect(again).toBeGreaterThanOrEqual(uptime);
  });

  it('knows which start it was', () => {
    expect(bootId()).toMatch(/^[0-9a-f-]{36}$/);
    expect(machineClock.bootId()).toBe(readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim());
  });

  it('agrees with itself on the day', () => {
    const clock = clockIn('Asia/Kathmandu', machineClock);
    const now = clock.now();
    const { sinceMidnight, untilMidnight } = clock.localDayAt(now);
    expect(sinceMidnight).toBeGreaterThanOrEqual(0);
    expect(untilMidnight).toBeGreaterThan(0);
    const today = clock.dateAt(now);
    expect(clock.startOf(today)).toBe(now - sinceMidnight);
    expect(clock.dateAt(now + untilMidnight)).not.toEqual(today);
  });
});

it('a clock of a test moves only as it is told', () => {
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 23, 0) });
  const began = clock.uptime();
  clock.advance(HOUR / 2);
  expect([clock.now(), clock.uptime() - began]).toEqual([Date.UTC(2026, 10, 24, 23, 30), HOUR / 2]);
  expect(clock.localDayAt(clock.now())).toEqual({ sinceMidnight: 23.5 * HOUR, untilMidnight: HOUR / 2 });
  expect(clock.startOf(clock.today())).toBe(Date.UTC(2026, 10, 24));
  clock.moveClock(HOUR);
  expect([clock.today(), clock.uptime() - began]).toEqual([{ year: 2026, month: 11, day: 25 }, HOUR / 2]);
  const boot = clock.bootId();
  clock.reboot({ offMilliseconds: HOUR, wallMovedBy: -2 * HOUR });
  expect([clock.now(), clock.uptime()]).toEqual([Date.UTC(2026, 10, 24, 23, 30), 0]);
  expect(clock.bootId()).not.toBe(boot);
});

it('the day at a counter is the policy’s, wherever the machine was set up', () => {
  const lateEvening = { ...machineClock, now: () => Date.UTC(2026, 10, 25, 3, 0) };
  expect(clockIn('America/New_York', lateEvening).today()).toEqual({ year: 2026, month: 11, day: 24 });
  expect(clockIn('UTC', lateEvening).today()).toEqual({ year: 2026, month: 11, day: 25 });
  expect(clockIn('Asia/Tokyo', lateEvening).today()).toEqual({ year: 2026, month: 11, day: 25 });
});

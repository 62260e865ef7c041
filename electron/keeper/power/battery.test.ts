import { expect, it } from 'vitest';
import type { PowerSupply } from '../../../shared/power/power-source.ts';
import { onBattery, plantSupplies } from '../../lib/power/power-supplies.test-support.ts';
import { readPowerSupplies } from '../../lib/power/power-supplies.ts';
import { testClock } from '../clock.test-support.ts';
import { temporaryFolder } from '../database/temporary-files.test-support.ts';
import { createBattery } from './battery.ts';

const charged = (capacity: number): readonly PowerSupply[] | null =>
  readPowerSupplies(plantSupplies(temporaryFolder(), onBattery(capacity)));

function stage() {
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 12) });
  const is = { supplies: charged(19), looks: 0 };
  const battery = createBattery(() => {
    is.looks += 1;
    return is.supplies;
  }, clock);
  return { clock, is, battery };
}

it('is looked at anew before each card', () => {
  const { is, battery } = stage();
  expect(battery.isLowNow()).toBe(true);
  is.supplies = charged(20);
  expect(battery.isLowNow()).toBe(false);
  is.supplies = null;
  expect(battery.isLowNow()).toBe(false);
});

it('is looked at once in ten seconds for the screens, however often they are told', () => {
  const { clock, is, battery } = stage();
  expect([battery.isLow(), battery.isLow(), is.looks]).toEqual([true, true, 1]);
  is.supplies = charged(21);
  clock.advance(9_999);
  expect([battery.isLow(), is.looks]).toEqual([true, 1]);
  clock.advance(1);
  expect([battery.isLow(), is.looks]).toEqual([false, 2]);
});

it('the screens are told what was found before a card, at once', () => {
  const { is, battery } = stage();
  expect(battery.isLow()).toBe(true);
  is.supplies = charged(64);
  expect(battery.isLowNow()).toBe(false);
  expect(battery.isLow()).toBe(false);
});

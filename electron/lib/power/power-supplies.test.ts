import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { isTooLowForCard } from '../../../shared/power/power-source.ts';
import { temporaryFolder } from '../../keeper/database/temporary-files.test-support.ts';
import { onBattery, plantSupplies } from './power-supplies.test-support.ts';
import { readPowerSupplies } from './power-supplies.ts';

const read = (supplies: Parameters<typeof plantSupplies>[1]) =>
  readPowerSupplies(plantSupplies(temporaryFolder(), supplies));

it('reads each folder as the kernel lays them out, without the blanks; a file that is not there says nothing', () => {
  expect(read(onBattery(19))).toEqual([
    { type: 'Mains', online: '0', status: null, capacity: null, scope: null, present: null },
    {
      ...{ type: 'Battery', online: null, status: 'Discharging', capacity: '19' },
      ...{ scope: null, present: '1' },
    },
  ]);
});

it.each([
  [19, true],
  [20, false],
  [21, false],
])('%d percent on a battery is too little for a card: %s', (capacity, isLow) => {
  expect(isTooLowForCard(read(onBattery(capacity)))).toBe(isLow);
});

it('two batteries of one computer, and none, are read as well', () => {
  const one = onBattery(5);
  const BAT1 = { type: 'Battery', status: 'Not charging', capacity: '64' };
  expect(isTooLowForCard(read({ ...one, BAT1 }))).toBe(false);
  expect(isTooLowForCard(read({ ...one, BAT1: { ...BAT1, capacity: '6' } }))).toBe(true);
  expect(read({})).toEqual([]);
});

it('a folder that is not there is no battery, and files that can’t be read are no charge', () => {
  expect(readPowerSupplies(join(temporaryFolder(), 'none'))).toBeNull();
  const folder = plantSupplies(temporaryFolder(), { BAT0: { type: 'Battery', status: 'Discharging' } });
  // Reading a folder as a file fails, as a driver does that doesn’t answer.
  mkdirSync(join(folder, 'BAT0', 'capacity'));
  expect(isTooLowForCard(readPowerSupplies(folder))).toBe(false);
});

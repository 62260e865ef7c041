import { expect, it } from 'vitest';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import { NOTHING_YET } from '../../../shared/contract/status.test-support.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import type { Occupant } from '../applications/occupants.ts';
import { createScreens } from './screens.ts';

/** Sessions are told apart by whether they are shown. */
const statusFor = (occupant: Occupant): KioskStatus => ({ ...NOTHING_YET, shown: occupant.used });

function stage() {
  const occupants = new Map<string, Occupant>();
  const closing = new AbortController();
  const told: (readonly [string, KeeperEvent])[] = [];
  const outside = { times: 0 };
  const screens = createScreens({
    occupants,
    closing: closing.signal,
    outside: { told: () => void outside.times++ },
    tell: (token, event) => told.push([token, event]),
  });
  return { occupants, closing, told, outside, screens };
}

it('a refresh sends each session a status of its own, and notes that everybody was told', () => {
  const { occupants, told, outside, screens } = stage();
  const [one, other] = [newOccupant(occupants), newOccupant(occupants)];
  other.used = true;
  screens.setStatusSource(() => statusFor);
  screens.refresh();
  expect(told).toEqual([
    [one.session.token, { kind: 'status', status: statusFor(one) }],
    [other.session.token, { kind: 'status', status: statusFor(other) }],
  ]);
  expect(outside.times).toBe(1);
});

it('nobody is told before a status can be made, nor by a keeper that is closing', () => {
  const { occupants, closing, told, outside, screens } = stage();
  newOccupant(occupants);
  screens.refresh();
  screens.setStatusSource(() => statusFor);
  closing.abort();
  screens.refresh();
  expect([told, outside.times]).toEqual([[], 0]);
});

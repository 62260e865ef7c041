import type { ApplicationStateText } from '../../../shared/application/application-state.ts';
import { harborCity } from '../../../shared/programme/harbor-city.test-support.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';

/** The day on which slips are printed here. */
export const TODAY = { year: 2026, month: 11, day: 24 };

/** Somebody before the screen, whose application stands as the test says, under the demonstration's policy. */
export function applicationOnScreen() {
  const row = begin(newVault(), '2026-11-24', Date.UTC(2026, 10, 24, 17));
  const occupant = newOccupant();
  occupant.application = row.id;
  const kept: { row: ApplicationRow } = { row };
  return {
    occupant,
    stands(state: ApplicationStateText): void {
      kept.row = { ...row, state };
    },
    port: {
      vault: { find: () => kept.row },
      policies: { of: () => ({ rules: harborCity }) },
      kiosk: {
        read: () => ({ name: 'Counter 3', identifier: '0f'.repeat(16) }),
        isPracticing: () => false,
      },
      clock: { today: () => TODAY },
    },
  };
}

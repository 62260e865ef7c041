import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import { mayHaveCard } from '../tray/may-have-card.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import type { Desk } from './desk.ts';
import { recordAct } from './record-act.ts';

/** No entry says more than this; 99 stands for more. */
const MOST_COUNTED = 99;

/**
 * Removes applications whose key is gone: they are dead ciphertext that nobody can read. The ledger counts
 * them, and whoever comes first is told how many and asked to look into the tray.
 */
export function forgetApplications(
  desk: Desk,
  keyless: readonly OpenApplicationRow[],
  cause: 'power-lost' | 'keeper-ended',
): void {
  if (keyless.length === 0) return;
  const cards = keyless.filter(({ state }) => {
    const parsed = parseApplicationState(state);
    return parsed.ok && mayHaveCard(parsed.value);
  }).length;
  recordAct(desk, () => {
    for (const { id } of keyless) {
      desk.vault.remove(id);
      desk.jobRows.disown(id);
      desk.holds.disown(id);
    }
    desk.trayChecks.add({ cause, applications: keyless.length, cards });
    return {
      kind: 'forgotten',
      day: desk.clock.today(),
      applications: Math.min(keyless.length, MOST_COUNTED),
      cards: Math.min(cards, MOST_COUNTED),
      cause,
    };
  });
}

import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { mayHaveCard } from '../tray/may-have-card.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';

/** No entry says more than this; 99 stands for more. */
const MOST_COUNTED = 99;

/** What forgetting applications needs of the kiosk. */
export interface ForgetPort {
  readonly vault: { remove(application: ApplicationId): void };
  readonly jobRows: { disown(application: ApplicationId): void };
  readonly holds: { disown(application: ApplicationId): void };
  readonly trayChecks: { add(check: TrayCheck): void };
  readonly outbox: EntryRecorder;
}

/**
 * Removes applications whose key is gone: they are dead ciphertext that nobody can read. The ledger counts
 * them, and whoever comes first is told how many and asked to look into the tray.
 */
export function forgetApplications(
  { vault, jobRows, holds, trayChecks, outbox }: ForgetPort,
  keyless: readonly OpenApplicationRow[],
  cause: 'power-lost' | 'keeper-ended',
): void {
  if (keyless.length === 0) return;
  const cards = keyless.filter(({ state }) => {
    const parsed = parseApplicationState(state);
    return parsed.ok && mayHaveCard(parsed.value);
  }).length;
  outbox.record(({ day }) => {
    for (const { id } of keyless) {
      vault.remove(id);
      jobRows.disown(id);
      holds.disown(id);
    }
    trayChecks.add({ cause, applications: keyless.length, cards });
    return {
      kind: 'forgotten',
      day,
      applications: Math.min(keyless.length, MOST_COUNTED),
      cards: Math.min(cards, MOST_COUNTED),
      cause,
    };
  });
}

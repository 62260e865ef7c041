import { parseApplicationState } from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import { roundFigure } from '../../../shared/ledger/rounding.ts';
import { type AskHolds, stoppedWipes } from '../holds/verdict.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { mayHaveCard } from '../tray/may-have-card.ts';
import type { OpenApplicationRow, WipeRow } from '../vault/rows.ts';

/** No entry says more than this; 99 stands for more. */
const MOST_COUNTED = 99;

/** What took the keys. */
type Loss = 'power-lost' | 'keeper-ended';

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
  cause: Loss,
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

/** What losing erasures that a hold had stopped needs of the kiosk. */
export interface ForgetStoppedPort {
  readonly vault: { readonly wipes: { all(): readonly WipeRow[]; update(wipe: WipeRow): void } };
  readonly holds: { readonly verdict: AskHolds };
  readonly custody: { has(application: ApplicationId): boolean };
  readonly outbox: EntryRecorder;
}

/**
 * Erasures that a legal hold had stopped, and whose key was in memory only: nobody can read what they kept any more.
 * The ledger says that it was lost, and that they go on under the hold. Not whoever comes first: what became of their cards was
 * told when they ended, and nobody has to start over.
 */
export function forgetStopped(port: ForgetStoppedPort, cause: Loss): void {
  const lost = stoppedWipes(port).filter(({ application }) => !port.custody.has(application));
  const [first] = lost;
  const verdict = first === undefined ? null : port.holds.verdict(first.application, first);
  // All of them by the oldest hold on everything.
  if (verdict?.kind !== 'wipe-stopped') return;
  const hold = verdict.hold.identifier;
  port.outbox.record(({ day, utc }) => {
    for (const wipe of lost) port.vault.wipes.update({ ...wipe, done: [...wipe.done, 'key-destroyed'] });
    return [
      { kind: 'forgotten', day, applications: Math.min(lost.length, MOST_COUNTED), cards: 0, cause },
      { kind: 'wipe-continued', utc, hold, applications: roundFigure(lost.length) },
    ];
  });
}

import {
  type ApplicationState,
  advance,
  parseApplicationState,
} from '../../../shared/application/lifecycle.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { ExpirableApplication } from '../expiry/expiry.ts';
import { mayHaveCard } from '../tray/may-have-card.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import { type Desk, type Occupant, occupantOf } from './desk.ts';
import { type BegunWipe, beginWipe, endInSession, endUnseen } from './ending.ts';
import { mayComeLate } from './late-cards.ts';
import { recordOf } from './open-record.ts';
import { settleOwed } from './record-act.ts';

/** When an application began, and how long it may stay open by the policy that it began under. */
export function lifeOf(
  desk: Desk,
  { began, began_elapsed, policy }: OpenApplicationRow,
): Pick<ExpirableApplication, 'began' | 'retention'> {
  return {
    began: { elapsed: began_elapsed, wall: began },
    retention: desk.policies.of(policy).rules.retention,
  };
}

/** The open applications that the policy may end now: none that a hold keeps, none whose card is being made. */
export function expirable(desk: Desk): readonly ExpirableApplication[] {
  return desk.vault
    .open()
    .filter(({ id, state }) => {
      const parsed = parseApplicationState(state);
      // While a card comes out of the printer only the printer speaks; the next check sees what came of it.
      const may = parsed.ok && advance(parsed.value, { kind: 'policy-expired' }).ok;
      return may && occupantOf(desk, id)?.leaving !== true && desk.holds.keeping(id) === null;
    })
    .map((row) => ({ id: row.id, ...lifeOf(desk, row) }));
}

/**
 * Ends an application by policy, also while nobody is signed in. A card that lies in the tray belongs to
 * nobody any more: it is counted as spoiled, and whoever comes next is asked to look.
 * @throws where the disk does not take it: then nothing of it has happened, and the next check tries again.
 */
export function expire(desk: Desk, application: ApplicationId): void {
  const { state } = recordOf(desk, application);
  const ended = advance(state, { kind: 'policy-expired' });
  if (!ended.ok) throw new Error('this application cannot expire now');
  const occupant = occupantOf(desk, application);
  // Before the record goes. Only the session that has it open knows its values: it searches for them.
  const windows = occupant === null ? [] : [...desk.vault.made(application)];
  const begun = desk.vault.database.transaction(() => {
    desk.owed.owe(countCard(desk, application, state));
    return beginWipe(desk, application, ended.value);
  })();
  settleOwed(desk);
  // It has begun: what is thrown from here on is no reason to begin again.
  goOn(desk, occupant, begun, windows).catch((error: unknown) => desk.onBug('expiry', error));
}

/** In the transaction that ends the application: a retry must not count its card twice. */
function countCard(desk: Desk, application: ApplicationId, state: ApplicationState): readonly LedgerEntry[] {
  if (!mayHaveCard(state) && !mayComeLate(desk, application, 'expired')) return [];
  desk.trayChecks.add({ cause: 'expired', applications: 1, cards: 1 });
  if (state.kind !== 'printed') return [];
  return [{ kind: 'spoiled', day: desk.clock.today(), reason: 'not-collected' }];
}

async function goOn(
  desk: Desk,
  occupant: Occupant | null,
  begun: BegunWipe,
  windows: readonly Uint8Array[],
): Promise<void> {
  if (occupant === null) await endUnseen(desk, begun);
  else {
    // Out of sight, and it reports.
    const where = await endInSession(desk, occupant, begun);
    desk.tell(occupant.session.token, { kind: 'expired', windows: [...windows], ...where });
  }
  desk.broadcast();
}

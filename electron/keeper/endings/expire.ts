import type { ReachedState } from '../../../shared/application/lifecycle.ts';
import {
  type ApplicationState,
  advance,
  parseApplicationState,
} from '../../../shared/application/lifecycle.ts';
import type { Retention } from '../../../shared/application/retention.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { KeeperEvent } from '../../../shared/contract/keeper.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { type Occupant, type Occupants, occupantOf } from '../applications/occupants.ts';
import { recordOf } from '../applications/open-record.ts';
import type { Database } from '../database/open-database.ts';
import type { ExpirableApplication } from '../expiry/check-expiry.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { Outbox } from '../outbox/outbox.ts';
import type { JobRow } from '../printing/job-rows.ts';
import { mayComeLate } from '../tray/late-cards.ts';
import { mayHaveCard } from '../tray/may-have-card.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import type { ApplicationReader } from '../vault/vault.ts';
import type { BegunWipe } from './begin-wipe.ts';
import type { SessionEndings } from './end-in-session.ts';

/** When an application began, and how long it may stay open by the policy that it began under. */
export function lifeOf(
  policies: { retentionOf(hash: PolicyHash): Retention },
  { began, began_elapsed, policy }: OpenApplicationRow,
): Pick<ExpirableApplication, 'began' | 'retention'> {
  return {
    began: { elapsed: began_elapsed, wall: began },
    retention: policies.retentionOf(policy),
  };
}

/** What says which applications may expire. */
export interface ExpirablePort {
  readonly vault: { open(): readonly OpenApplicationRow[] };
  readonly occupants: Occupants;
  readonly holds: { readonly verdict: AskHolds };
  readonly policies: { retentionOf(hash: PolicyHash): Retention };
}

/** The open applications that the policy may end now: none that a hold keeps, none whose card is being made. */
export function expirable({
  vault,
  occupants,
  holds,
  policies,
}: ExpirablePort): readonly ExpirableApplication[] {
  return vault
    .open()
    .filter(({ id, state }) => {
      const parsed = parseApplicationState(state);
      // While a card comes out of the printer only the printer speaks; the next check sees what came of it.
      const may = parsed.ok && advance(parsed.value, { kind: 'policy-expired' }).ok;
      const isLeft = occupantOf(occupants, id)?.leaving === true;
      return may && !isLeft && holds.verdict(id, null).kind === 'free';
    })
    .map((row) => ({ id: row.id, ...lifeOf(policies, row) }));
}

/** What ending an application by policy needs of the kiosk. */
export interface ExpirePort {
  readonly vault: ApplicationReader & {
    readonly database: Database;
    made(application: ApplicationId): readonly Uint8Array[];
  };
  readonly jobRows: { of(owner: ApplicationId): readonly JobRow[] };
  readonly trayChecks: { add(check: TrayCheck): void };
  readonly outbox: Outbox;
  readonly sessionEndings: SessionEndings;
  readonly screens: { tell(token: string, event: KeeperEvent): void; refresh(): void };
  beginWipe(application: ApplicationId, ended: ReachedState): BegunWipe;
  onBug(where: string, error: unknown): void;
}

/**
 * Ends an application by policy, also while nobody is signed in. A card that lies in the tray belongs to
 * nobody any more: it is counted as spoiled, and whoever comes next is asked to look.
 * @throws where the disk does not take it: then nothing of it has happened, and the next check tries again.
 */
export function expire(port: ExpirePort, application: ApplicationId): void {
  const { vault, outbox, sessionEndings, onBug } = port;
  const { state } = recordOf(vault, application);
  const ended = advance(state, { kind: 'policy-expired' });
  if (!ended.ok) throw new Error('this application cannot expire now');
  const occupant = sessionEndings.occupantOf(application);
  // Before the record goes. Only the session that has it open knows its values: it searches for them.
  const fingerprints = occupant === null ? [] : [...vault.made(application)];
  const begun = vault.database.transaction(() => {
    outbox.enqueue(countCard(port, application, state));
    return port.beginWipe(application, ended.value);
  })();
  outbox.flush();
  // It has begun: what is thrown from here on is no reason to begin again.
  goOn(port, occupant, begun, fingerprints).catch((error: unknown) => onBug('expiry', error));
}

/** In the transaction that ends the application: a retry must not count its card twice. */
function countCard(
  { jobRows, trayChecks, outbox }: ExpirePort,
  application: ApplicationId,
  state: ApplicationState,
): readonly LedgerEntry[] {
  if (!mayHaveCard(state) && !mayComeLate(jobRows, application, 'expired')) return [];
  trayChecks.add({ cause: 'expired', applications: 1, cards: 1 });
  if (state.kind !== 'printed') return [];
  return [{ kind: 'spoiled', day: outbox.now().day, reason: 'not-collected' }];
}

async function goOn(
  { sessionEndings, screens }: ExpirePort,
  occupant: Occupant | null,
  begun: BegunWipe,
  fingerprints: readonly Uint8Array[],
): Promise<void> {
  if (occupant === null) await sessionEndings.endUnseen(begun);
  else {
    // Out of sight, and it reports.
    const where = await sessionEndings.endInSession(occupant, begun);
    screens.tell(occupant.session.token, { kind: 'expired', fingerprints: [...fingerprints], ...where });
  }
  screens.refresh();
}

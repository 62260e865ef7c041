import type {
  ApplicationSnapshot,
  OpenedApplication,
} from '../../../shared/contract/application/application-snapshot.ts';
import type { Answer } from '../../../shared/contract/declare.ts';
import type { ApplicationId, PolicyHash } from '../../../shared/contract/ids.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { err, ok } from '../../../shared/result.ts';
import type { KeyReader } from '../custody/custody.ts';
import type { AskHolds } from '../holds/verdict.ts';
import type { Session } from '../sessions/session.ts';
import type { ApplicationRow } from '../vault/rows.ts';
import { type Occupant, type Occupants, occupantOf } from './occupants.ts';

/** What opening an application needs of the kiosk. */
export interface OpenPort {
  readonly occupants: Occupants;
  readonly holds: { readonly verdict: AskHolds };
  readonly custody: KeyReader;
  readonly policies: { find(hash: PolicyHash): { readonly rules: CompletePolicy } | null };
  readonly snapshots: { of(application: ApplicationId): ApplicationSnapshot };
  readonly cardLookUp: { key(): Uint8Array };
  readonly startScreen: { left(session: Session): void };
  readonly kiosk: { isPracticing(): boolean };
}

/** Opens an application in a session: from then on it is that session's, and no other's. */
export function openApplication(
  { occupants, holds, custody, policies, snapshots, cardLookUp, startScreen, kiosk }: OpenPort,
  occupant: Occupant,
  row: ApplicationRow,
): Answer<OpenedApplication> {
  // Another session has it: one application, one process tree.
  if (occupantOf(occupants, row.id) !== null) return err({ kind: 'not-now' });
  if (holds.verdict(row.id, null).kind === 'frozen') return err({ kind: 'held' });
  const policy = policies.find(row.policy);
  if (policy === null) return err({ kind: 'rules-unknown' });
  const key = custody.open(row.id);
  if (!key.ok) return err({ kind: key.error.kind === 'locked' ? 'custody-locked' : 'key-damaged' });
  occupant.application = row.id;
  occupant.used = true;
  startScreen.left(occupant.session);
  return ok({
    application: row.id,
    ticket: row.ticket,
    key: key.value,
    lookUpKey: cardLookUp.key(),
    snapshot: snapshots.of(row.id),
    columns: { answers: row.answers, photo: row.photo, card: row.card },
    began: row.began,
    policy: policy.rules,
    practice: kiosk.isPracticing(),
  });
}

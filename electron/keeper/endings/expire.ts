import type { Retention } from '../../../shared/application/retention.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { ExpirableApplication } from '../expiry/check-expiry.ts';
import type { OpenApplicationRow } from '../vault/rows.ts';
import { type UnfinishedPort, unfinished } from './end-unfinished.ts';

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
export interface ExpirablePort extends UnfinishedPort {
  readonly policies: { retentionOf(hash: PolicyHash): Retention };
}

/** The open applications that the policy may end now. */
export function expirable(port: ExpirablePort): readonly ExpirableApplication[] {
  return unfinished(port, 'policy-expired').map((row) => ({ id: row.id, ...lifeOf(port.policies, row) }));
}

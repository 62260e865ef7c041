import { dayText } from '../../shared/calendar.ts';
import { calendarIn } from '../../shared/local-calendar.ts';
import type { AppliedProvisioning } from '../../shared/provisioning/applied.ts';
import type { Manifest } from '../../shared/provisioning/manifest.ts';
import type { ProvisioningRefusal } from '../../shared/provisioning/refusal.ts';
import { err, ok, type Result, unreachable } from '../../shared/result.ts';
import { type PresentPolicy, whyOutOfTurn } from '../lib/policy-file/out-of-turn.ts';
import { type Policy, readPolicyFile } from '../lib/policy-file/policy-file.ts';

/** Whether a folder is for this computer and this kiosk, and comes after the one before. */
export function judgeTurn(
  { host, kiosk, number }: Manifest,
  here: string,
  before: AppliedProvisioning | null,
): ProvisioningRefusal | null {
  if (host !== here) return { kind: 'other-computer', host, here };
  if (before === null) return null;
  if (kiosk !== before.kiosk) return { kind: 'other-kiosk', kiosk, here: before.kiosk };
  return number > before.number ? null : { kind: 'replayed', number, newest: before.number };
}

/**
 * Today at this counter, if the folder may be applied today. A clock that is set back would make an expired one valid again, so
 * it may not be before the day on which this one was made, nor before the last one was applied.
 */
export function judgeDay(
  { issued, validUntil: until }: Manifest,
  { rules }: Policy,
  now: number,
  before: AppliedProvisioning | null,
): Result<string, ProvisioningRefusal> {
  const today = dayText(calendarIn(rules.timeZone).dateAt(now));
  const since = before !== null && before.applied > issued ? before.applied : issued;
  if (today < since) return err({ kind: 'clock-behind', today, since });
  return today > until ? err({ kind: 'expired', today, until }) : ok(today);
}

/**
 * Whether the policy may follow the one in place, as a kiosk would ask at its start, and the one that root's record knows: that holds
 * where the file was lost or damaged. What a supervisor installed since only the kiosk knows.
 */
export function judgePolicy(
  policy: Policy,
  pathInPlace: string,
  before: AppliedProvisioning | null,
): ProvisioningRefusal | null {
  const inPlace = readPolicyFile(pathInPlace);
  const present: readonly PresentPolicy[] = [
    ...(inPlace.ok ? [inPlace.value] : []),
    ...(before === null ? [] : [{ hash: before.policy.hash, rules: before.policy }]),
  ];
  const [outOfTurn] = present.flatMap((each) => whyOutOfTurn(policy, each) ?? []);
  switch (outOfTurn?.kind) {
    case undefined:
      return null;
    case 'other-programme':
      return refusedPolicy('other-program', outOfTurn.id, outOfTurn.inForce);
    case 'older':
      return refusedPolicy('older', `${outOfTurn.version}`, `${outOfTurn.inForce}`);
    case 'same-version':
      return refusedPolicy('same-version', `${outOfTurn.version}`, `${outOfTurn.version}`);
    default:
      return unreachable(outOfTurn);
  }
}

function refusedPolicy(
  why: Extract<ProvisioningRefusal, { kind: 'policy-out-of-turn' }>['why'],
  found: string,
  inPlace: string,
): ProvisioningRefusal {
  return { kind: 'policy-out-of-turn', why, found, inPlace };
}

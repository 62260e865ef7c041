import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import type { SignedIn } from '../staff/sign-in-and-idle-lock.ts';
import type { AskHolds } from './verdict.ts';

/** What refusing to finish what a hold keeps needs of the kiosk. */
export interface RefusedFinishPort {
  readonly holds: { readonly verdict: AskHolds };
  readonly staff: { signedIn(): SignedIn | null };
  readonly outbox: EntryRecorder;
}

/** Whether a hold keeps an application from being finished. Then the ledger has which one, and who of staff tried. */
export function isFinishRefused(
  { holds, staff, outbox }: RefusedFinishPort,
  application: ApplicationId,
): boolean {
  const verdict = holds.verdict(application, null);
  if (verdict.kind === 'free') return false;
  const by = staff.signedIn();
  if (by === null) throw new Error('a call was authorized with nobody signed in');
  outbox.record(({ utc }) => ({
    kind: 'finish-refused',
    utc,
    hold: verdict.hold.identifier,
    by: by.member,
  }));
  return true;
}

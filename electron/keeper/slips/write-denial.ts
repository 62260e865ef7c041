import type { CalendarDate } from '../../../shared/calendar.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import {
  type Appeal,
  appealCode,
  kioskInCode,
  policyInCode,
  signedBytesOf,
} from '../../../shared/slips/appeal-code.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { StandingDenial } from './denials.ts';

/** What a policy says of refusals. */
type DenialRules = NonNullable<CompletePolicy['denial']>;

/** Writes a refusal of today. `places`: those of its reasons in the policy's list, from 0, ascending. */
export type WriteDenial = (
  rules: DenialRules,
  policy: PolicyHash,
  places: readonly number[],
) => StandingDenial;

/** What a refusal has from the kiosk that it was made on. */
export interface DenialWriterPort {
  readonly kiosk: { read(): { readonly identifier: string } | null; isPracticing(): boolean };
  readonly clock: { today(): CalendarDate };
  signingKey(): SigningKey;
}

/** Dates refusals, and signs the code by which the office knows one at an appeal. */
export function createDenialWriter({ kiosk, clock, signingKey }: DenialWriterPort): WriteDenial {
  function codeOf(content: Omit<Appeal, 'kiosk'>): string {
    const row = kiosk.read();
    if (row === null) throw new Error('an application is open before set-up');
    const appeal = { ...content, kiosk: kioskInCode(row.identifier) };
    return appealCode(appeal, signingKey().sign(signedBytesOf(appeal)));
  }

  return ({ reasons, appeal, review }, policy, places) => {
    const day = clock.today();
    return {
      reasons: reasons.flatMap(({ id }, place) => (places.includes(place) ? [id] : [])),
      day,
      code:
        // In practice nothing is signed that an appeal could bring.
        appeal === 'none' || kiosk.isPracticing()
          ? null
          : codeOf({ day, withinDays: appeal.withinDays, reasons: places, policy: policyInCode(policy) }),
      review,
    };
  };
}

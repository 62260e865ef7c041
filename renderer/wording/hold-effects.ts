import { t } from '@lingui/core/macro';
import type { LegalHold } from '../../shared/contract/status.ts';
import type { Policy } from '../../shared/programme/policy.ts';
import { unreachable } from '../../shared/result.ts';

type Scope = LegalHold['scope'];

function wipeBegunInWords(wipeBegun: Policy['hold']['wipeBegun']): string {
  switch (wipeBegun) {
    case 'complete':
      return t`An erasure that has already begun goes on to its end: the programme’s policy says so.`;
    case 'stop':
      return t`An erasure that has already begun stops, and what is still there stays: the programme’s policy says so.`;
    default:
      return unreachable(wipeBegun);
  }
}

/** What happens from the second in which a hold is set: all of it, before anybody sets one. */
export function settingAHoldInWords(
  scope: Scope,
  cannotSeal: boolean,
  wipeBegun: Policy['hold']['wipeBegun'],
): readonly string[] {
  return [
    scope === 'all'
      ? t`From this second nothing of any open application is changed, finished or erased, and none of them expires. Whoever has one open is turned away from it.`
      : t`From this second nothing of the chosen applications is changed, finished or erased, and none of them expires. Whoever has one open is turned away from it.`,
    cannotSeal
      ? t`Keys cannot be sealed on this kiosk: they stay in memory, and a power cut would destroy what is held. Do not switch the kiosk off.`
      : t`Their keys are in sealed custody from then on, so that a power cut destroys nothing.`,
    scope === 'all'
      ? t`No new application begins until a supervisor resumes intake. What begins then is kept as well.`
      : t`No new application begins until a supervisor resumes intake. What begins then is erased as ever, and so are the applications you have not chosen.`,
    wipeBegunInWords(wipeBegun),
    t`Setting it takes one person, you, and happens at once. Lifting it takes two supervisors.`,
    t`The ledger notes the exact time, you, the reason and how many applications are kept.`,
  ];
}

/** What happens when new applications begin again under a hold. */
export function resumingIntakeInWords(scope: Scope): readonly string[] {
  const begin = t`New applications can begin again. What the hold has frozen stays frozen.`;
  return scope === 'all'
    ? [
        begin,
        t`New applications are kept as well: none of them is erased, expires or can be finished before the hold is lifted.`,
        t`From now on the kiosk tells every resident the truth before the card is printed: what is entered is kept until the hold is lifted, also if they leave.`,
        t`The ledger notes the exact time, you, and counsel’s reference as a hash.`,
      ]
    : [
        begin,
        t`New applications are not in this hold: they are erased at hand-over, as ever.`,
        t`The ledger notes the exact time, you, and counsel’s reference as a hash.`,
      ];
}

/** What happens once a hold is lifted. */
export function liftingAHoldInWords(): readonly string[] {
  return [
    t`What this hold has kept, and no other hold keeps, goes on as ever: it can be opened, finished and erased.`,
    t`Applications whose time has run out meanwhile expire and are erased at once. Nobody can bring them back.`,
    t`The keys that were sealed stay where they are until their application ends.`,
    t`It takes a second supervisor, who signs in for this one act. The ledger notes the exact time and both of you.`,
  ];
}

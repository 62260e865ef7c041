import { t } from '@lingui/core/macro';
import type { LegalHold } from '../../shared/contract/status.ts';
import type { Policy } from '../../shared/programme/policy.ts';
import { unreachable } from '../../shared/result.ts';

type Scope = LegalHold['scope'];

function wipeBegunInWords(wipeBegun: Policy['hold']['wipeBegun']): string {
  switch (wipeBegun) {
    case 'complete':
      return t`An erasure that has already started runs to its end: your policy says so.`;
    case 'stop':
      return t`An erasure that has already started stops, and what is left stays: your policy says so.`;
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
      ? t`From this moment, no open application can be changed, finished, or erased, and none expires. Anyone who has one open is returned to the start screen.`
      : t`From this moment, the chosen applications can’t be changed, finished, or erased, and they don’t expire. Anyone who has one open is returned to the start screen.`,
    cannotSeal
      ? t`Keys can’t be sealed on this kiosk, so they stay in memory. A power cut would destroy what is held. Don’t turn off the kiosk.`
      : t`Their keys are then sealed on the disk, so a power cut destroys nothing.`,
    scope === 'all'
      ? t`New applications are paused until a supervisor resumes intake. New ones are then kept too.`
      : t`New applications are paused until a supervisor resumes intake. New ones are then erased as usual, and so are the applications you haven’t chosen.`,
    wipeBegunInWords(wipeBegun),
    t`One person, you, sets it, and it takes effect at once. Lifting it takes two supervisors.`,
    t`The ledger records the exact time, you, the reason, and how many applications are kept.`,
  ];
}

/** What happens when new applications begin again under a hold. */
export function resumingIntakeInWords(scope: Scope): readonly string[] {
  const begin = t`New applications can start again. What the hold has frozen stays frozen.`;
  return scope === 'all'
    ? [
        begin,
        t`New applications are kept too: none can be finished, erased, or expire before the hold is lifted.`,
        t`From now on, before printing, the kiosk tells each applicant that their details are kept until the hold is lifted, even if they leave.`,
        t`The ledger records the exact time, you, and counsel’s reference as a hash.`,
      ]
    : [
        begin,
        t`New applications aren’t part of this hold: they’re erased at handoff, as usual.`,
        t`The ledger records the exact time, you, and counsel’s reference as a hash.`,
      ];
}

/** What happens once a hold is lifted. */
export function liftingAHoldInWords(): readonly string[] {
  return [
    t`Applications kept by this hold alone continue as usual: they can be opened, finished, and erased.`,
    t`Applications whose time has run out expire and are erased at once. They can’t be brought back.`,
    t`Sealed keys stay where they are until their application ends.`,
    t`A second supervisor must approve it by signing in. The ledger records the exact time and both of you.`,
  ];
}

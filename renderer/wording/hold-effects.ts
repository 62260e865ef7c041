import { t } from '@lingui/core/macro';
import type { LegalHold } from '../../shared/contract/status.ts';
import type { Policy } from '../../shared/programme/policy.ts';
import { unreachable } from '../../shared/result.ts';

type Scope = LegalHold['scope'];

function wipeBegunInWords(wipeBegun: Policy['hold']['wipeBegun']): string {
  switch (wipeBegun) {
    case 'complete':
      return t`Under your policy, an erasure that has already started runs to its end.`;
    case 'stop':
      return t`Under your policy, an erasure that has already started stops, and what is left stays.`;
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
      ? t`This kiosk can’t keep keys on disk. A power cut would destroy what is held. Don’t turn off the kiosk.`
      : t`Their keys are then kept on disk, so a power cut destroys nothing.`,
    scope === 'all'
      ? t`New applications are paused until a supervisor resumes them. New ones are then kept too.`
      : t`New applications are paused until a supervisor resumes them. New applications, and those you haven’t chosen, are erased at handoff as usual.`,
    wipeBegunInWords(wipeBegun),
    t`You can set it alone, and it takes effect at once. Lifting it takes two supervisors.`,
    t`The ledger records the exact time, you, the reason, and how many applications are kept.`,
  ];
}

/** What happens when new applications begin again under a hold. */
export function resumingIntakeInWords(scope: Scope): readonly string[] {
  const begin = t`New applications can start again. What the hold keeps stays kept.`;
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
    t`Keys kept on disk stay there until their application ends.`,
    t`A second supervisor must approve it by signing in. The ledger records the exact time and both of you.`,
  ];
}

import { plural, t } from '@lingui/core/macro';
import type { EndedByLifting } from '../../../shared/contract/command/hold-acts.ts';
import type { KioskStatus, LegalHold } from '../../../shared/contract/status.ts';
import { isInForce } from '../../../shared/contract/suspension/suspension-status.ts';
import { unreachable } from '../../../shared/result.ts';
import { momentInWords } from '../dates.ts';
import { nothingOpensInWords } from '../misfit/holds-meanwhile.ts';
import { holdReasonInWords, holdScopeInWords } from './hold.ts';

/** Why lifting a hold ends what it alone keeps: of these the first that holds. */
type CauseOfEnd = 'suspension' | 'pack-up' | 'packed-up' | 'overdue';

/** What lifting a hold ends at once. */
export interface LiftingEnds {
  /** Null: nothing. */
  readonly cause: CauseOfEnd | null;
  /** How many open applications. */
  readonly applications: number;
  /** Erasures that it alone stopped, and that go on. */
  readonly erasures: number;
  /** The kiosk’s files don’t fit together: nothing opens, and nothing is erased yet. */
  readonly isClosed: boolean;
}

/**
 * What ends when this hold is lifted: all that it alone keeps while intake is suspended so that open applications end, or once
 * packing up has begun and until a day is opened; otherwise what has outlived the policy. And erasures that it stopped go on.
 */
export function liftingEnds(
  { alone, overdue, stopped }: Pick<LegalHold, 'alone' | 'overdue' | 'stopped'>,
  { suspensions, counterDay, misfit }: Pick<KioskStatus, 'suspensions' | 'counterDay' | 'misfit'>,
): LiftingEnds {
  if (misfit !== null) return { cause: null, applications: 0, erasures: 0, isClosed: true };
  const erasures = stopped.alone;
  const ending = (cause: CauseOfEnd, applications: number): LiftingEnds => ({
    ...{ cause: applications === 0 ? null : cause, applications, erasures, isClosed: false },
  });
  // One that has not come by both clocks ends nothing yet (`begins`).
  if (suspensions.some((each) => each.open === 'wipe' && isInForce(each) && each.begins === null))
    return ending('suspension', alone);
  const { packUp } = counterDay;
  if (packUp === null) return ending('overdue', overdue);
  return ending(packUp.isDone ? 'packed-up' : 'pack-up', alone);
}

/** Of applications that a hold alone keeps, those that end at once when it is lifted, and why; null: none. */
function endedInWords({ cause, applications }: LiftingEnds): string | null {
  switch (cause) {
    case null:
      return null;
    case 'suspension':
      return t({
        message: plural(applications, {
          one: 'New applications are suspended. Lifting this legal hold ends and erases # application at once. This can’t be undone.',
          other:
            'New applications are suspended. Lifting this legal hold ends and erases # applications at once. This can’t be undone.',
        }),
        comment:
          'What lifting a legal hold does while new applications are suspended. # counts applications that only this hold keeps.',
      });
    case 'pack-up':
      return t({
        message: plural(applications, {
          one: 'The kiosk is being packed up. Lifting this legal hold ends and erases # application at once. This can’t be undone.',
          other:
            'The kiosk is being packed up. Lifting this legal hold ends and erases # applications at once. This can’t be undone.',
        }),
        comment:
          'What lifting a legal hold does while the kiosk is being packed up. # counts applications that only this hold keeps.',
      });
    case 'packed-up':
      return t({
        message: plural(applications, {
          one: 'The kiosk is packed up. Lifting this legal hold ends and erases # application at once. This can’t be undone.',
          other:
            'The kiosk is packed up. Lifting this legal hold ends and erases # applications at once. This can’t be undone.',
        }),
        comment:
          'What lifting a legal hold does in a kiosk that is packed up. # counts applications that only this hold keeps.',
      });
    case 'overdue':
      return t({
        message: plural(applications, {
          one: '# application is past your policy’s time limit. Lifting this legal hold ends and erases it at once. This can’t be undone.',
          other:
            '# applications are past your policy’s time limit. Lifting this legal hold ends and erases them at once. This can’t be undone.',
        }),
        comment:
          'What lifting a legal hold does. # counts applications that only this hold keeps, and that would have expired without it.',
      });
    default:
      return unreachable(cause);
  }
}

/** What lifting a hold ends at once, each cause in a sentence; none: it ends nothing. */
export function endedByLiftingInWords(ends: LiftingEnds): readonly string[] {
  const ended = endedInWords(ends);
  const { erasures } = ends;
  return [
    ...(ended === null ? [] : [ended]),
    ...(erasures === 0
      ? []
      : [
          t({
            message: plural(erasures, {
              one: '# erasure that this legal hold stopped will continue at once. This can’t be undone.',
              other: '# erasures that this legal hold stopped will continue at once. This can’t be undone.',
            }),
            comment: 'What lifting a legal hold does. # counts erasures that had started before it was set.',
          }),
        ]),
  ];
}

/** What happens once a hold is lifted, besides what it ends at once. `alone`: what only it keeps. */
export function liftingAHoldInWords(
  { cause, applications, isClosed }: LiftingEnds,
  alone: number,
): readonly string[] {
  const continues =
    !isClosed && (cause === null || alone > applications)
      ? [
          t({
            message:
              'Applications within the time limit can be opened, finished, and erased as usual, unless another legal hold keeps them.',
            comment:
              'What lifting a legal hold does, an order by counsel to erase nothing. The time limit is how long the policy lets one stay open.',
          }),
        ]
      : [];
  const waits =
    cause === null
      ? []
      : [
          t({
            message: 'If a card is printing, its application is ended when the printer is done.',
            comment:
              'What lifting a legal hold does while open applications are being ended. It follows how many are ended at once.',
          }),
        ];
  const instead =
    cause === 'packed-up'
      ? [
          t({
            message: 'To finish those applications instead, first open the day. Then lift this legal hold.',
            comment:
              'What to do instead of lifting a legal hold in a kiosk that is packed up. “Those applications” are the ones that would end.',
          }),
        ]
      : [];
  // Where some end at once, the notice above counts them.
  const overdue =
    cause === null && !isClosed
      ? [t`Applications past your policy’s time limit by then are erased at once. This can’t be undone.`]
      : [];
  return [
    ...(isClosed ? [nothingOpensInWords()] : []),
    ...continues,
    ...waits,
    ...instead,
    ...overdue,
    t`Keys kept on disk stay there until their application ends.`,
    t({
      message: 'What was produced under this legal hold has left the kiosk. Nothing here can erase it.',
      comment:
        'What lifting a legal hold doesn’t do. To produce is to hand a record over under a legal order.',
    }),
    t`A second supervisor must approve this with their passphrase. The ledger records the exact time and both of you.`,
  ];
}

/** What the second supervisor reads: which hold, and what becomes of what it keeps. */
export function liftInWords(hold: LegalHold, ends: LiftingEnds, timeZone: string): readonly string[] {
  const { by } = hold;
  const since = momentInWords(hold.since, timeZone);
  const scope = holdScopeInWords(hold.scope);
  const reason = holdReasonInWords(hold.reason);
  const others = hold.alone - ends.applications;
  return [
    t({
      message: `Set by ${by} on ${since}`,
      comment:
        'What a second supervisor approves to lift: a legal hold. {by} is a supervisor, {since} a time.',
    }),
    t({
      message: `Applies to: ${scope}`,
      comment: 'What a second supervisor approves to lift: a legal hold. {scope} is like “Chosen tickets”.',
    }),
    t({
      message: `Reason: ${reason}`,
      comment: 'What a second supervisor approves to lift: a legal hold. {reason} is like “Subpoena”.',
    }),
    ...endedByLiftingInWords(ends),
    ...(ends.isClosed ? [nothingOpensInWords()] : []),
    ...(ends.isClosed || (ends.applications > 0 && others === 0)
      ? []
      : [
          t({
            message: plural(others, {
              0: 'This legal hold alone keeps no application.',
              one: '# application that only this legal hold keeps can again be opened, finished, and erased.',
              other:
                '# applications that only this legal hold keeps can again be opened, finished, and erased.',
            }),
            comment: 'What lifting a legal hold does. # counts open applications.',
          }),
        ]),
  ];
}

/** After a hold was lifted: what is ending because of it, as the keeper has it. */
export function endingInWords({
  applications,
  erasures,
}: Pick<EndedByLifting, 'applications' | 'erasures'>): readonly string[] {
  return [
    ...(applications === 0
      ? []
      : [
          t({
            message: plural(applications, {
              one: '# application that it kept is being ended and erased.',
              other: '# applications that it kept are being ended and erased.',
            }),
            comment: 'After a legal hold was lifted. # counts applications that only this hold kept.',
          }),
        ]),
    ...(erasures === 0
      ? []
      : [
          t({
            message: plural(erasures, {
              one: '# erasure that it had stopped continues.',
              other: '# erasures that it had stopped continue.',
            }),
            comment: 'After a legal hold was lifted. # counts erasures that had started before it was set.',
          }),
        ]),
  ];
}

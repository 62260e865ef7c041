import { t } from '@lingui/core/macro';
import { isInForce, type SuspensionStatus } from '../../../shared/contract/suspension/suspension-status.ts';
import type { OpenWhenSuspended } from '../../../shared/ledger/reasons.ts';
import { unreachable } from '../../../shared/result.ts';
import { minuteInWords } from '../dates.ts';

/** When something takes effect. Null: now. */
export function whenInWords(moment: number | null, timeZone: string): string {
  return moment === null
    ? t({ message: 'At once', comment: 'Choice: when something takes effect.' })
    : minuteInWords(moment, timeZone);
}

/** What becomes of applications that are open: a choice. */
export function openChoiceInWords(open: OpenWhenSuspended): string {
  switch (open) {
    case 'finish':
      return t({
        message: 'Let staff finish them',
        comment: 'Choice: what happens to open applications when new ones are suspended.',
      });
    case 'wipe':
      return t({
        message: 'End and erase them',
        comment: 'Choice: what happens to open applications when new ones are suspended.',
      });
    default:
      return unreachable(open);
  }
}

/** The same as what is so now, or will be. */
export function openInWords(open: OpenWhenSuspended): string {
  switch (open) {
    case 'finish':
      return t({
        message: 'Open applications can be finished.',
        comment: 'While new applications are suspended.',
      });
    case 'wipe':
      return t({
        message: 'Open applications are ended and erased, except those on legal hold.',
        comment:
          'While new applications are suspended. A legal hold is an order by counsel to erase nothing.',
      });
    default:
      return unreachable(open);
  }
}

/** Whether new applications are suspended, since or from when, and by whom or what. */
export function stateInWords(
  { source, by, serial, since, begins }: SuspensionStatus,
  timeZone: string,
): string {
  const moment = minuteInWords(since ?? begins ?? 0, timeZone);
  if (source === 'order') {
    const order = serial ?? 0;
    return since === null
      ? t({
          message: `Order ${order} from your program will suspend new applications on ${moment}.`,
          comment: '{order} is a number. An order is a signed file from the office in charge.',
        })
      : t({
          message: `Order ${order} from your program suspended new applications on ${moment}.`,
          comment: '{order} is a number. An order is a signed file from the office in charge.',
        });
  }
  return since === null
    ? t({
        message: `${by} will suspend new applications on ${moment}.`,
        comment: '{by} is a supervisor. The kiosk does it then by itself.',
      })
    : t({
        message: `${by} suspended new applications on ${moment}.`,
        comment: '{by} is a supervisor.',
      });
}

/** What becomes of open applications once an announced suspension is in force. */
function openThenInWords(open: OpenWhenSuspended): string {
  switch (open) {
    case 'finish':
      return t({
        message: 'Open applications can still be finished then.',
        comment: 'Before new applications are suspended. “Then” is from a time that was just named.',
      });
    case 'wipe':
      return t({
        message: 'Open applications will be ended and erased then, except those on legal hold.',
        comment:
          'Before new applications are suspended. “Then” is at a time that was just named. A legal hold is an order by counsel to erase nothing.',
      });
    default:
      return unreachable(open);
  }
}

/**
 * What becomes of open applications under a suspension, in force or announced; null where another one of `all` that is in force
 * erases what this one would let be finished.
 */
export function openUnderInWords(
  { open, since }: SuspensionStatus,
  all: readonly SuspensionStatus[],
): string | null {
  const erases = all.some((each) => isInForce(each) && each.begins === null && each.open === 'wipe');
  if (open === 'finish' && erases) return null;
  return since === null ? openThenInWords(open) : openInWords(open);
}

/** Beside what ends a supervisor’s suspension: that of an order goes on. */
export function orderGoesOnInWords({ serial }: SuspensionStatus): string {
  const order = serial ?? 0;
  return t({
    message: `This doesn’t end the suspension by order ${order}. Only the next order from your program does.`,
    comment:
      'Above a button that ends a supervisor’s suspension. {order} is a number. An order is a signed file from the office in charge.',
  });
}

/** When a suspension ends, and what ends it. */
export function endInWords({ source, ends }: SuspensionStatus, timeZone: string): string {
  if (ends !== null) {
    const moment = minuteInWords(ends, timeZone);
    return t({
      message: `This suspension ends on ${moment}.`,
      comment: 'While new applications are suspended. {moment} is a time.',
    });
  }
  return source === 'order'
    ? t({
        message: 'Only the next order from your program ends this suspension.',
        comment: 'An order is a signed file from the office in charge.',
      })
    : t({
        message: 'This suspension lasts until a supervisor ends it.',
        comment: 'While new applications are suspended.',
      });
}

/**
 * What happens when a supervisor suspends intake, before anybody does. `count`: applications that are open now; `held`: of
 * these on legal hold. `cardsAreKept`: a legal hold is in force, whatever it is about.
 */
export function suspendingInWords(
  open: OpenWhenSuspended,
  {
    count,
    held,
    cardsAreKept,
  }: { readonly count: number; readonly held: number; readonly cardsAreKept: boolean },
): readonly string[] {
  return [
    t({
      message:
        'Nobody can start a new application until a supervisor ends the suspension, even after a restart.',
      comment: 'What suspending new applications does.',
    }),
    open === 'finish'
      ? t({
          message: `Open applications can still be opened, printed, and handed over. Open now: ${count}.`,
          comment: 'What suspending new applications does. {count} is a number.',
        })
      : t({
          message: `Every open application is ended and erased, except those on legal hold. Open now: ${count}.`,
          comment:
            'What suspending new applications does. {count} is a number. A legal hold is an order by counsel to erase nothing.',
        }),
    ...(held === 0
      ? []
      : [
          t({
            message: `On legal hold, of those: ${held}.`,
            comment:
              'After “Open now” and a number of applications. {held} is a number. A legal hold is an order by counsel to erase nothing.',
          }),
        ]),
    ...(open === 'finish'
      ? []
      : [
          cardsAreKept
            ? t({
                message:
                  'A card that’s printing is waited for. Then it counts as spoiled: take it out, and ask counsel before you destroy it.',
                comment:
                  'What suspending new applications does when open ones are erased, while a legal hold is in force. Counsel is the city’s lawyer.',
              })
            : t({
                message:
                  'A card that’s printing is waited for. Then it counts as spoiled: take it out and destroy it.',
                comment: 'What suspending new applications does when open ones are erased.',
              }),
        ]),
    t`The start screen shows your notice in every language.`,
    t({
      message: 'The ledger records the exact time, who decided it, and what happens to open applications.',
      comment: 'What suspending new applications does. The ledger is the signed record of staff actions.',
    }),
  ];
}

import { plural, t } from '@lingui/core/macro';
import type { KioskStatus, TrayCheck } from '../../shared/contract/status.ts';
import { unreachable } from '../../shared/result.ts';

/** What happened to the open applications, and why nobody can read them any more. */
export function forgottenInWords({ cause, applications }: TrayCheck): string {
  switch (cause) {
    case 'keeper-ended': {
      const forgotten = t({
        message: plural(applications, {
          one: 'The kiosk stopped, which ended #\u00a0open application.',
          other: 'The kiosk stopped, which ended #\u00a0open applications.',
        }),
        comment:
          'Why the printer’s tray must be checked: the program stopped. The tray is where finished cards lie.',
      });
      return `${forgotten} ${t`The keys were in memory only, so nobody can read what was typed.`}`;
    }
    case 'power-lost': {
      const forgotten = t({
        message: plural(applications, {
          one: 'A power outage ended #\u00a0open application.',
          other: 'A power outage ended #\u00a0open applications.',
        }),
        comment: 'Why the printer’s tray must be checked. The tray is where finished cards lie.',
      });
      return `${forgotten} ${t`The keys were in memory only, so nobody can read what was typed.`}`;
    }
    case 'expired': {
      const expired = t({
        message: plural(applications, {
          one: '# open application wasn’t finished in time and has expired.',
          other: '# open applications weren’t finished in time and have expired.',
        }),
        comment: 'Why the printer’s tray must be checked. An application that expires is erased.',
      });
      const erased = t({
        message: plural(applications, {
          one: 'The application is erased, as your policy requires.',
          other: 'The applications are erased, as your policy requires.',
        }),
        comment:
          'Follows how many applications expired. The number decides the form and is not shown. The policy is the city’s set of rules.',
      });
      return `${expired} ${erased}`;
    }
    case 'called-off': {
      const ended = t({
        message: plural(applications, {
          one: 'The office ended #\u00a0application, which is now erased.',
          other: 'The office ended #\u00a0applications, which are now erased.',
        }),
        comment:
          'Why the printer’s tray must be checked. What follows says how the office did that, and whether cards may be there.',
      });
      return `${ended} ${t({
        message:
          'New applications were suspended, the kiosk was packed up, or two people let it go on although its files didn’t fit together.',
        comment:
          'Follows “The office ended 2 applications”: the ways in which that happens. Which one it was, staff know.',
      })}`;
    }
    case 'late-card': {
      const late = t({
        message: plural(applications, {
          one: '# card may be in a tray or still in a printer.',
          other: '# cards may be in a tray or still in a printer.',
        }),
        comment: 'Why the printers’ trays must be checked. A tray is where finished cards lie.',
      });
      const why = t({
        message: plural(applications, {
          one: 'A clerk reported it missing, or ended its application while the printer wasn’t answering.',
          other:
            'A clerk reported them missing, or ended their applications while the printer wasn’t answering.',
        }),
        comment: 'Follows how many cards may be in a tray. The number decides the form and is not shown.',
      });
      return `${late} ${why}`;
    }
    default:
      return unreachable(cause);
  }
}

/** Whether cards of applications that are still open may lie among those of the others. */
export function livingCards(inProgress: KioskStatus['inProgress']): boolean {
  return inProgress.some(({ state }) => state === 'queued' || state === 'printing' || state === 'printed');
}

/** How many cards may lie in the tray, and that nobody hands one over. What to do with them stands below it. */
export function cardsInWords({ cause, applications, cards }: TrayCheck): string {
  if (cause === 'late-card')
    return t({
      message: 'Such a card can’t be handed over anymore.',
      comment: 'About a card that may be in the printer’s tray, or still come out of the printer.',
    });
  if (applications === 1) {
    if (cause === 'called-off' && cards > 0)
      return t({
        message: 'It may have left a card. Check the tray.',
        comment: '“It” is the one application that was ended. What must be checked is the printer’s tray.',
      });
    return cards === 0
      ? t({
          message: 'As far as the kiosk knows, it had no card. Check anyway.',
          comment: '“It” is the one application that ended. What must be checked is the printer’s tray.',
        })
      : t({
          message: 'It had a card in progress or in the tray. That card can’t be handed over anymore.',
          comment: '“It” is the one application that ended. The tray is where finished cards lie.',
        });
  }
  if (cards === applications)
    return t({
      message: 'All of them had cards in progress or in the tray. Those cards can’t be handed over anymore.',
      comment:
        'Follows how many applications ended: “them” is the applications. The tray is where finished cards lie.',
    });
  return t({
    message: plural(cards, {
      0: 'As far as the kiosk knows, none of them had a card. Check anyway.',
      one: '# of them had a card in progress or in the tray. That card can’t be handed over anymore.',
      other: '# of them had cards in progress or in the tray. Those cards can’t be handed over anymore.',
    }),
    comment:
      'Follows how many applications ended: “them” is the applications, # is cards. The tray is where finished cards lie.',
  });
}

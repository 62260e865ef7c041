import { plural, t } from '@lingui/core/macro';
import type { KioskStatus, TrayCheck } from '../../shared/contract/status.ts';
import { unreachable } from '../../shared/result.ts';

/** What happened to the open applications, and why nobody can read them any more. */
export function forgottenInWords({ cause, applications }: TrayCheck): string {
  switch (cause) {
    case 'keeper-ended': {
      const forgotten = plural(applications, {
        one: 'The kiosk stopped and has forgotten # open application.',
        other: 'The kiosk stopped and has forgotten # open applications.',
      });
      return `${forgotten} ${t`The keys were kept in memory only; nobody can read what was typed any more.`}`;
    }
    case 'power-lost': {
      const forgotten = plural(applications, {
        one: 'The power was cut, and the kiosk has forgotten # open application.',
        other: 'The power was cut, and the kiosk has forgotten # open applications.',
      });
      return `${forgotten} ${t`The keys were kept in memory only; nobody can read what was typed any more.`}`;
    }
    case 'expired': {
      const expired = plural(applications, {
        one: '# open application was not finished in time and has expired.',
        other: '# open applications were not finished in time and have expired.',
      });
      return `${expired} ${t`The records are erased, as your programme asks for.`}`;
    }
    case 'late-card': {
      const ended = plural(applications, {
        one: '# application was ended while a printer that did not answer may still have its card.',
        other: '# applications were ended while a printer that did not answer may still have their cards.',
      });
      return `${ended} ${t`The records are erased.`}`;
    }
    default:
      return unreachable(cause);
  }
}

/** Whether cards of applications that are still open may lie among those of the others. */
export function livingCards(inProgress: KioskStatus['inProgress']): boolean {
  return inProgress.some(({ state }) => state === 'queued' || state === 'printing' || state === 'printed');
}

/** How many cards may lie in the tray. */
export function cardsInWords({ cause, applications, cards }: TrayCheck): string {
  if (cause === 'late-card') return t`Whatever card still comes out there is nobody’s: it must be destroyed.`;
  if (applications === 1) {
    return cards === 0
      ? t`As far as the kiosk knows, it had no card. Please look all the same.`
      : t`It had a card under way or in the tray. Nobody can hand it over any more.`;
  }
  return plural(cards, {
    0: 'As far as the kiosk knows, none of them had a card. Please look all the same.',
    one: '# of them had a card under way or in the tray. Nobody can hand it over any more.',
    other: '# of them had cards under way or in the tray. Nobody can hand them over any more.',
  });
}

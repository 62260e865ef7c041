import type { CalendarDate } from '../../../shared/calendar.ts';
import { dayText } from '../../../shared/calendar.ts';
import type { DayFigures, ExpectedFees } from '../../../shared/contract/counter-day/day-acts.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { amountsOn, currencyOf } from '../../../shared/programme/fee.ts';
import { offeredRoutes } from '../../../shared/programme/routes.ts';
import type { OpenDay, WaitingCards } from './day-rows.ts';

/** Counts of entries about applicants. */
export interface Tally {
  readonly issued: number;
  readonly spoiled: number;
  readonly wiped: number;
  /** Of applications that were lost with their keys, cards that may lie in the tray. */
  readonly forgottenCards: number;
  readonly paid: number;
  readonly waived: number;
}

/** What the ledger says of the time since some entry. */
export interface DayTally extends Tally {
  readonly practiced: boolean;
  readonly hasOtherFees: boolean;
}

/** Counts entries. Several hundred a day, a microsecond or two each. */
export function tally(entries: Iterable<LedgerEntry>): DayTally {
  const counts = { issued: 0, spoiled: 0, wiped: 0, forgottenCards: 0, paid: 0, waived: 0 };
  let [practiced, hasOtherFees] = [false, false];
  for (const entry of entries) {
    switch (entry.kind) {
      case 'issued':
      case 'handoff':
        counts.issued += 1;
        break;
      case 'spoiled':
        counts.spoiled += 1;
        break;
      case 'wiped':
      case 'erased':
        counts.wiped += 1;
        break;
      case 'forgotten':
        counts.forgottenCards += entry.cards;
        break;
      case 'fee':
        counts[entry.settled] += 1;
        break;
      case 'practice-began':
      case 'practice-ended':
        practiced = true;
        break;
      case 'policy-in-force':
      case 'policy-installed':
        hasOtherFees = true;
        break;
      default:
        break;
    }
  }
  return { ...counts, practiced, hasOtherFees };
}

/** What came in between: `all` with what rests now, less what rested before it began. */
export function since(all: DayTally, resting: Tally, before: Tally): DayTally {
  const between = (of: keyof Tally): number => all[of] + resting[of] - before[of];
  return {
    ...all,
    ...{ issued: between('issued'), spoiled: between('spoiled'), wiped: between('wiped') },
    ...{ paid: between('paid'), waived: between('waived') },
    forgottenCards: between('forgottenCards'),
  };
}

/** How often this day was opened by now, among all days that were. */
export function openingsOf(day: CalendarDate, opened: readonly LedgerEntry[]): number {
  const isOfDay = (entry: LedgerEntry): boolean =>
    entry.kind === 'day-opened' && dayText(entry.counterDay) === dayText(day);
  return opened.filter(isOfDay).length;
}

/** What the figures of a day are made of. */
export interface FigureSources {
  readonly day: OpenDay;
  readonly opening: number;
  readonly counted: DayTally;
  readonly waiting: WaitingCards;
  readonly policy: CompletePolicy;
  readonly today: CalendarDate;
}

/** The figures of the day that is open. Each spoiled card is counted by itself, so a reprint is not taken off once more. */
export function figuresOf({ day, opening, counted, waiting, policy, today }: FigureSources): DayFigures {
  const { issued, spoiled, forgottenCards: unaccounted } = counted;
  const less = (of: 'cards' | 'paid' | 'waived'): number => waiting[of] - day.waiting[of];
  const used = issued + spoiled + unaccounted + day.test_cards + less('cards');
  const paid = Math.max(0, counted.paid + less('paid'));
  return {
    counterDay: day.day,
    opened: day.opened,
    // Where the ledger's disk has not taken the entry yet, it is none of those.
    opening: Math.max(1, opening),
    isLate: dayText(day.day) !== dayText(today),
    blanks: {
      atOpening: day.blanks,
      added: day.added,
      ...{ issued, spoiled, unaccounted, testCards: day.test_cards },
      ...{ waiting: waiting.cards, printedBefore: day.waiting.cards },
      expected: day.blanks + day.added - used,
    },
    fees: {
      paid,
      waived: Math.max(0, counted.waived + less('waived')),
      expected: counted.hasOtherFees ? null : expectedFees(policy, paid),
    },
    erased: counted.wiped,
    practiced: counted.practiced,
  };
}

/**
 * What so many paid fees come to: exact where the policy has one amount, else from the least to the most. By the number
 * alone: what each was, nobody keeps (docs/decisions/0064).
 */
function expectedFees(policy: CompletePolicy, paid: number): ExpectedFees | null {
  const amounts = offeredRoutes(policy).flatMap((route) => amountsOn(policy, route));
  if (amounts.length === 0) return null;
  return {
    leastCents: paid * Math.min(...amounts),
    mostCents: paid * Math.max(...amounts),
    currency: currencyOf(policy),
  };
}

import { plural, t } from '@lingui/core/macro';
import type { SpoilReason } from '../../../shared/application/application-state.ts';
import type { SlowDay } from '../../../shared/contract/statistics/statistics-acts.ts';
import type { SlowDayFact, SpoiledFact } from '../../../shared/statistics/slow-day.ts';
import { dateWithWeekday } from '../dates.ts';
import { countedReasonInWords } from '../printing/spoil-reason.ts';
import { erasureInWords, lossInWords } from './erasure-fact.ts';
import { staffFactInWords } from './staff-fact.ts';

const REASONS: Readonly<Record<SpoiledFact, SpoilReason>> = {
  'spoiled-smudged': 'smudged',
  'spoiled-misaligned': 'misaligned',
  'spoiled-incomplete': 'incomplete',
  'spoiled-damaged': 'damaged',
  'spoiled-wrong-details': 'wrong-details',
  'spoiled-wrong-photo': 'wrong-photo',
  'spoiled-not-collected': 'not-collected',
};

/** Why a day with few applicants matters. */
export function slowDayInWords({ day, ended }: SlowDay): string {
  const when = dateWithWeekday(day);
  if (ended === 0)
    return t({
      message: `On ${when}, no application ended, but the ledger has entries about applicants. Anyone who saw them there can guess which are theirs.`,
      comment: '{when} is a date with its weekday. A list of what those entries say follows.',
    });
  return ended === 1
    ? t({
        message: `On ${when}, only one application ended. Anyone who saw that applicant knows which ledger entries are theirs.`,
        comment: '{when} is a date with its weekday. A list of what those entries say follows.',
      })
    : t({
        message: `On ${when}, only ${ended} applications ended. Anyone who knows some of these applicants can guess which ledger entries are about the others.`,
        comment: '{when} is a date with its weekday. A list of what those entries say follows.',
      });
}

/** What the ledger says of so many people of that day. */
export function slowDayFactInWords(fact: SlowDayFact, count: number): string {
  switch (fact) {
    case 'issued':
      return t({
        message: plural(count, { one: '# card was handed over.', other: '# cards were handed over.' }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'denied':
      return t({
        message: plural(count, { one: '# applicant was denied.', other: '# applicants were denied.' }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'withdrawn':
      return t({
        message: plural(count, {
          one: '# application was withdrawn.',
          other: '# applications were withdrawn.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'expired':
      return t({
        message: plural(count, { one: '# application expired.', other: '# applications expired.' }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'called-off':
      return t({
        message: plural(count, {
          one: '# application was ended because new applications were suspended or the kiosk was packed up.',
          other:
            '# applications were ended because new applications were suspended or the kiosk was packed up.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'reprinted':
      return t({
        message: plural(count, {
          one: '# card had to be printed more than once.',
          other: '# cards had to be printed more than once.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'renewal':
      return t({
        message: plural(count, { one: '# card was a renewal.', other: '# cards were renewals.' }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'replacement':
      return t({
        message: plural(count, {
          one: '# card replaced a lost or stolen one.',
          other: '# cards replaced lost or stolen ones.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'correction':
      return t({
        message: plural(count, { one: '# card was a correction.', other: '# cards were corrections.' }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'old-card-destroyed':
      return t({
        message: plural(count, { one: '# old card was destroyed.', other: '# old cards were destroyed.' }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'fee-paid':
    case 'fee-waived':
      return feeInWords(fact, count);
    case 'reviewed':
      return t({
        message: plural(count, {
          one: '# denial was reviewed by a supervisor.',
          other: '# denials were reviewed by a supervisor.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'lost':
    case 'lost-card':
      return lossInWords(fact, count);
    case 'not-searched':
    case 'search-void':
    case 'details-found':
    case 'key-on-disk':
    case 'jobs-purged':
    case 'jobs-not-proven':
    case 'erasure-failed':
    case 'erasure-completed':
      return erasureInWords(fact, count);
    case 'finish-refused':
    case 'produced':
    case 'erasure-closed':
      return staffFactInWords(fact, count);
    default:
      return spoiledInWords(fact, count);
  }
}

function feeInWords(fact: 'fee-paid' | 'fee-waived', count: number): string {
  return fact === 'fee-paid'
    ? t({
        message: plural(count, { one: '# fee was paid.', other: '# fees were paid.' }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      })
    : t({
        message: plural(count, { one: '# fee was waived.', other: '# fees were waived.' }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
}

function spoiledInWords(fact: SpoiledFact, count: number): string {
  const reason = countedReasonInWords(REASONS[fact]);
  return t({
    message: plural(count, {
      one: `# card was spoiled. Reason: ${reason}.`,
      other: `# cards were spoiled. Reason: ${reason}.`,
    }),
    comment:
      'In a list of what the ledger tells about a day with few applicants. {reason} is like “Smudged or faded”.',
  });
}

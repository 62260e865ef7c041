import { plural, t } from '@lingui/core/macro';
import type { LedgerOutcome } from '../../../shared/ledger/applicant-entries.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { unreachable } from '../../../shared/result.ts';
import { notSearchedInWords } from '../papers/not-searched.ts';
import { countedReasonInWords } from '../printing/spoil-reason.ts';
import { stepInWords } from '../wipe-step.ts';

/** An entry that belongs to somebody's application: it has the day only. */
type ApplicantEntry = Extract<LedgerEntry, { readonly day: unknown }>;

type Wiped = Extract<ApplicantEntry, { readonly kind: 'wiped' }>;

function outcomeInWords(outcome: LedgerOutcome): string {
  switch (outcome) {
    case 'issued':
      return t`An application was erased after its card was handed over.`;
    case 'denied':
      return t`An application was denied and erased.`;
    case 'withdrawn':
      return t`An application was withdrawn and erased.`;
    case 'expired':
      return t`An application expired and was erased.`;
    case 'called-off':
      return t({
        message:
          'An application was ended before it was finished, and erased: new applications were suspended, or the kiosk was packed up.',
        comment: 'Ledger entry.',
      });
    case 'ended':
      return t({
        message: 'An application ended and was erased.',
        comment: 'Ledger entry of a city whose ledger does not tell how applications ended.',
      });
    default:
      return unreachable(outcome);
  }
}

function searchInWords({ search, files, hits, outcome }: Wiped): string {
  switch (search) {
    case 'searched':
      return hits === 0
        ? t({
            message: `About ${files} files were searched for the applicant’s details. None were found.`,
            comment: 'Ledger entry. {files} is a rounded number; none of the details were found.',
          })
        : t({
            message: `About ${files} files were searched for the applicant’s details. About ${hits} were found.`,
            comment:
              'Ledger entry. {files} and {hits} are rounded numbers; {hits} counts details that were found.',
          });
    case 'not-searched':
      return notSearchedInWords(outcome);
    case 'void':
      return t`The search didn’t count: it didn’t find its own test token.`;
    default:
      return unreachable(search);
  }
}

function routeInWords({ route, oldCard }: Extract<ApplicantEntry, { kind: 'issued-again' }>): string {
  const destroyed = oldCard === 'destroyed';
  switch (route) {
    case 'renewal':
      return destroyed
        ? t({
            message: 'A renewed card was handed over. The old card was destroyed.',
            comment: 'Ledger entry about a card.',
          })
        : t({ message: 'A renewed card was handed over.', comment: 'Ledger entry about a card.' });
    case 'replacement':
      return destroyed
        ? t({
            message: 'A replacement card was handed over. The old card was destroyed.',
            comment: 'Ledger entry about a card.',
          })
        : t({
            message: 'A card was handed over in place of a lost or stolen one.',
            comment: 'Ledger entry about a card.',
          });
    case 'correction':
      return destroyed
        ? t({
            message: 'A corrected card was handed over. The old card was destroyed.',
            comment: 'Ledger entry about a card.',
          })
        : t({ message: 'A corrected card was handed over.', comment: 'Ledger entry about a card.' });
    default:
      return unreachable(route);
  }
}

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function applicantKindInWords(kind: ApplicantEntry['kind']): string {
  switch (kind) {
    case 'issued':
      return t({
        message: 'Card handed over (older entries)',
        comment: 'Title of a ledger entry that earlier versions of the program wrote.',
      });
    case 'handoff':
      return t({
        message: 'Card handed over',
        comment: 'Title of a ledger entry; button on the handoff screen by which the clerk confirms it.',
      });
    case 'spoiled':
      return t`Card spoiled`;
    case 'wiped':
      return t({
        message: 'Application erased (older entries)',
        comment: 'Title of a ledger entry that earlier versions of the program wrote.',
      });
    case 'erased':
      return t({ message: 'Application erased', comment: 'Title of a ledger entry.' });
    case 'unsearched':
      return t({
        message: 'Application erased without a search',
        comment: 'Title of a ledger entry: the kiosk’s files were not searched for the applicant’s details.',
      });
    case 'locked':
      return t({
        message: 'Kiosk locked by a failed erasure',
        comment: 'Title of a ledger entry: no new applications until it is resolved.',
      });
    case 'unlocked':
      return t({
        message: 'Failed erasure proven later',
        comment: 'Title of a ledger entry: another try showed that the application is gone.',
      });
    case 'forgotten':
      return t({
        message: 'Applications lost with their keys',
        comment: 'Title of a ledger entry: encryption keys were in memory only when the power went off.',
      });
    case 'issued-again':
      return t({
        message: 'Renewed, replaced, or corrected',
        comment: 'Title of a ledger entry about a card.',
      });
    case 'fee':
      return t({ message: 'Fee', comment: 'Title of a ledger entry.' });
    case 'denied':
      return t({ message: 'Card denied', comment: 'Title of a ledger entry: the city refused the card.' });
    default:
      return unreachable(kind);
  }
}

/** What an entry about an application says, in sentences. */
export function applicantEntryInWords(entry: ApplicantEntry): readonly string[] {
  switch (entry.kind) {
    case 'issued': {
      const { attempts } = entry;
      return [
        t({
          message: plural(attempts, {
            one: 'A card was handed over. # card was printed for this application.',
            other: 'A card was handed over. # cards were printed for this application.',
          }),
          comment: 'Ledger entry. # counts the cards that were printed until one was right.',
        }),
      ];
    }
    case 'spoiled': {
      const reason = countedReasonInWords(entry.reason);
      return [
        t({
          message: `A card was spoiled. Reason: ${reason}.`,
          comment:
            'Ledger entry. A spoiled card came out wrong; {reason} is a short phrase, like “Smudged or faded”.',
        }),
      ];
    }
    case 'wiped':
      return [outcomeInWords(entry.outcome), searchInWords(entry)];
    case 'handoff':
      return [t({ message: 'A card was handed over.', comment: 'Ledger entry.' })];
    case 'erased':
      return [outcomeInWords(entry.outcome)];
    case 'unsearched':
      return [
        t({
          message:
            'An application was erased without a search: it had been set aside, or its session was lost. Another entry says how it ended.',
          comment:
            'Ledger entry. Set aside: left open while someone else was served. The search looks for the applicant’s details.',
        }),
      ];
    case 'locked': {
      const step = stepInWords(entry.step);
      return [t`An erasure couldn’t be proven, and the kiosk stopped new applications.`, step];
    }
    case 'unlocked': {
      const step = stepInWords(entry.step);
      return [t`The erasure that had stopped the kiosk is proven now.`, step];
    }
    case 'forgotten': {
      const { applications, cards, cause } = entry;
      const lost = t({
        message: plural(applications, {
          one: '# open application was lost with its keys.',
          other: '# open applications were lost with their keys.',
        }),
        comment: 'Ledger entry: the encryption keys were in memory only when the power went off.',
      });
      const why = cause === 'power-lost' ? t`The computer lost power.` : t`The kiosk’s program ended.`;
      return cards === 0
        ? [lost, why]
        : [
            lost,
            why,
            t({
              message: plural(cards, {
                one: '# of their cards may have printed.',
                other: '# of their cards may have printed.',
              }),
              comment:
                'Ledger entry, after how many applications were lost: “their” is those applications, # counts cards.',
            }),
          ];
    }
    case 'issued-again':
      return [routeInWords(entry)];
    case 'fee':
      return [
        entry.settled === 'paid'
          ? t({ message: 'A fee was paid for a card.', comment: 'Ledger entry.' })
          : t({ message: 'A fee for a card was waived.', comment: 'Ledger entry.' }),
      ];
    case 'denied':
      return [
        entry.review === 'supervisor'
          ? t({ message: 'A card was denied. A supervisor reviewed it first.', comment: 'Ledger entry.' })
          : t({ message: 'A card was denied.', comment: 'Ledger entry.' }),
      ];
    default:
      return unreachable(entry);
  }
}

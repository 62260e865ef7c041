import { plural, t } from '@lingui/core/macro';
import type { Policy } from '../../../shared/programme/policy.ts';
import type { NameMatch } from '../../../shared/record-search/match-names.ts';
import type { StaffTextSource } from '../../../shared/record-search/staff-texts.ts';
import type { SearchVerdict } from '../../../shared/record-search/statement.ts';
import {
  type AskedNameProblem,
  LONGEST_ASKED_NAME,
  SEARCH_MINUTES,
} from '../../../shared/record-search/terms.ts';
import { unreachable } from '../../../shared/result.ts';
import { wipeBegunInWords } from '../holds/hold-effects.ts';

/** What a search came to. */
export function searchVerdictInWords(verdict: SearchVerdict): string {
  switch (verdict) {
    case 'found':
      return t({
        message: 'Found. An application, or a text that staff typed, has this name, or may have it.',
        comment: 'Result of a name search. Which ones, and how near they are, stands below.',
      });
    case 'not-found':
      return t({
        message:
          'Not found. Every application that was here when the search began was opened. None has this name in a text that was typed, and no text of staff has it.',
        comment: 'Result of a name search.',
      });
    case 'not-known':
      return t({
        message: 'Not known. The kiosk couldn’t search everything. Nothing that it searched has this name.',
        comment: 'Result of a name search.',
      });
    default:
      return unreachable(verdict);
  }
}

/** A kind of text that staff typed, and that is in this kiosk in clear. */
export function staffTextInWords(source: StaffTextSource): string {
  switch (source) {
    case 'counsel-reference':
      return t({
        message: 'Counsel’s reference for a legal hold',
        comment:
          'Where a name was found: a text that a supervisor typed. Counsel is the city’s lawyer. Before a comma in a list.',
      });
    case 'notice':
      return t({
        message: 'Notice of a suspension',
        comment:
          'Where a name was found: a text that tells applicants why nobody new is served. Before a comma in a list.',
      });
    case 'kiosk-name':
      return t({
        message: 'Name of this kiosk',
        comment: 'Where a name was found. Before a comma in a list.',
      });
    case 'staff-name':
      return t({
        message: 'Name of a staff member',
        comment: 'Where a name was found. Before a comma in a list.',
      });
    default:
      return unreachable(source);
  }
}

/** How near a name that is held is to the one that was asked for. */
export function nameMatchInWords(match: NameMatch): string {
  switch (match) {
    case 'as-typed':
      return t({ message: 'exactly as typed', comment: 'How a name was found: after a comma in a list.' });
    case 'other-spelling':
      return t({
        message: 'in another spelling',
        comment: 'How a name was found: other capitals, accents or hyphens. After a comma in a list.',
      });
    case 'other-order':
      return t({
        message: 'in another order of words',
        comment: 'How a name was found. After a comma in a list.',
      });
    case 'more-or-fewer-words':
      return t({
        message: 'with more or fewer words',
        comment: 'How a name was found: a middle name more or less. After a comma in a list.',
      });
    case 'one-word-of-it':
      return t({
        message: 'possibly: one word of it alone',
        comment:
          'How a name was found: the application has a single word, like a first name. After a comma in a list.',
      });
    default:
      return unreachable(match);
  }
}

/** Why the kiosk took no name to search for: by its check alone, for a refusal repeats nothing that was typed. */
export function noAskedNameInWords(why: AskedNameProblem['kind']): string {
  switch (why) {
    case 'empty':
    case 'no-letter':
      return askedNameProblemInWords({ kind: why });
    case 'too-long': {
      const limit = LONGEST_ASKED_NAME;
      return t({
        message: `Use ${limit} letters or fewer.`,
        comment: 'Error on the screen of a name search. {limit} is a number like 120.',
      });
    }
    case 'forbidden-character':
      return t({
        message: 'No name has one of these characters. Use letters, spaces, hyphens, and apostrophes.',
        comment: 'Error on the screen of a name search, about what was typed.',
      });
    default:
      return unreachable(why);
  }
}

/** Why a text is no name to search for. */
export function askedNameProblemInWords(problem: AskedNameProblem): string {
  switch (problem.kind) {
    case 'empty':
      return t({ message: 'Enter a name.', comment: 'Error below the field of a name search.' });
    case 'no-letter':
      return t({
        message: 'Enter a name with at least one letter.',
        comment: 'Error below the field of a name search.',
      });
    case 'too-long': {
      const { limit, length } = problem;
      const over = length - limit;
      return t({
        message: plural(over, {
          one: `# letter too long. Use ${limit} letters or fewer.`,
          other: `# letters too long. Use ${limit} letters or fewer.`,
        }),
        comment: 'Error below the field of a name search.',
      });
    }
    case 'forbidden-character': {
      const { reason, character } = problem;
      const isSeen = reason === 'symbol' || reason === 'pictograph';
      return isSeen
        ? t({
            message: `No name has the character “${character}”. Use letters, spaces, hyphens, and apostrophes. Wildcards don’t work here.`,
            comment: 'Error below the field of a name search. {character} is a sign like *.',
          })
        : t({
            message:
              'This has a character that can’t be part of a name. Clear the field and type the name again.',
            comment: 'Error below the field of a name search: the character may be invisible.',
          });
    }
    default:
      return unreachable(problem);
  }
}

/** What a search does, before it is begun. `wipeBegun`: what the policy has a hold do with an erasure that has started. */
export function searchInWords(wipeBegun: Policy['hold']['wipeBegun']): readonly string[] {
  const minutes = SEARCH_MINUTES;
  return [
    t({
      message:
        'Two supervisors search every open application on this kiosk for one name. Applications on legal hold are searched too, and so is what staff typed: their names, counsel’s references, and notices.',
      comment: 'What a name search does. A legal hold is an order by counsel to erase nothing.',
    }),
    t({
      message:
        'Before the first application is opened, the ledger records both supervisors, the reason, and about how many applications there are. It never records the name.',
      comment: 'What a name search does. The ledger is the signed record of counts and staff actions.',
    }),
    t({
      message: `When you close the search, the name is erased from this kiosk, like an applicant’s details. The search also closes when the screen locks, when you sign out, and after ${minutes} minutes.`,
      comment: 'What a name search leaves. {minutes} is a number like 15.',
    }),
    t({
      message:
        'Set a legal hold on everything first, so that no open application is erased while you search.',
      comment: 'Advice before a name search. A legal hold is an order by counsel to erase nothing.',
    }),
    wipeBegunInWords('all', wipeBegun),
  ];
}

/** What an answer can and cannot say. */
export function searchLimitsInWords(): readonly string[] {
  return [
    t`Only this kiosk is searched: not the printer, other kiosks, paper, or cards that were handed over.`,
    t({
      message:
        'Every text of an application is searched, as it was last typed and as it was last printed. So are the names of staff and kiosk, counsel’s references, and notices. Pictures, dates, the policy, and settings aren’t.',
      comment:
        'What a name search looks through. Counsel’s reference is typed with a legal hold; the policy is the city’s set of rules.',
    }),
    t`Capitals, accents, hyphens, apostrophes, spaces, and the order of words make no difference. An extra or missing middle name or initial doesn’t matter. A name with one different word isn’t found: an initial in place of a name, a nickname, or a name that only sounds alike.`,
    t({
      message:
        'Applications that are being erased can’t be opened: their keys are destroyed. Until the erasure is complete, the name may still be in the printer, and in the program that searches for what is left.',
      comment:
        'What the result of a name search can’t say. Keys are encryption keys; the program searches the kiosk for what is left of the application.',
    }),
  ];
}

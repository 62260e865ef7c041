import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { CaretakerWord } from '../../../shared/programme/caretaker.ts';
import type { CountsAs } from '../../../shared/programme/documents/counts-as.ts';
import type {
  CaretakerCheck,
  DocumentCategory,
  DocumentKind,
  Proof,
} from '../../../shared/programme/documents/documents.ts';
import type { Requirement } from '../../../shared/programme/documents/requirements.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import { unreachable } from '../../../shared/result.ts';
import { listInWords } from '../list.ts';

function proofInWords(proof: Proof): string {
  switch (proof) {
    case 'photo':
      return t({
        message: 'Photo',
        comment:
          'What a document can prove: that this is the applicant’s face. In a list after “Proves”, in lower case.',
      });
    case 'birth-date':
      return t({
        message: 'Birth date',
        comment: 'What a document can prove. In a list after “Proves”, in lower case.',
      });
    case 'residency':
      return t({
        message: 'Home address',
        comment: 'What a document can prove. In a list after “Proves”, in lower case.',
      });
    case 'identity':
      return t({
        message: 'Identity',
        comment: 'What a document can prove. In a list after “Proves”, in lower case.',
      });
    case 'caretaker':
      return t({
        message: 'Caretaker',
        comment:
          'What a document can prove: that an adult who answers for the applicant is here. In a list after “Proves”, in lower case.',
      });
    default:
      return unreachable(proof);
  }
}

/** One thing that a clerk sees of a caretaker. */
export function caretakerCheckInWords(check: CaretakerCheck): string {
  switch (check) {
    case 'identity':
      return t({
        message: 'The caretaker’s ID',
        comment: 'Check box: the adult who answers for the applicant has shown an ID.',
      });
    case 'residency':
      return t({
        message: 'The caretaker’s home address',
        comment: 'Check box: the adult who answers for the applicant has shown where they live.',
      });
    case 'relationship':
      return t({
        message: 'Relationship to the applicant',
        comment: 'Check box: the adult has shown that they answer for the applicant.',
      });
    default:
      return unreachable(check);
  }
}

/** What a caretaker's word covers, and from when on. */
export function caretakerWordInWords(word: CaretakerWord): string {
  const covered = provenInList(word);
  return [
    t({
      message: `Proves ${covered} once all of these boxes are checked.`,
      comment:
        'Note above check boxes about an adult. {covered} lists what they prove, like “caretaker and home address”.',
    }),
    neededBesideInWords(word),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function provenInList({ proves }: DocumentKind): string {
  return listInWords(proves.map(proofInList));
}

/** What a kind of document proves and what is asked of it, a sentence each. */
export function documentInWords(kind: DocumentKind): string {
  const proven = provenInList(kind);
  return [
    proven === ''
      ? t`Proves nothing by itself.`
      : t({
          message: `Proves ${proven}.`,
          comment:
            'Note on a kind of document. {proven} lists what it proves, like “identity and birth date”.',
        }),
    neededBesideInWords(kind),
    copyInWords(kind),
    ageInWords(kind),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
}

function proofInList(proof: Proof): string {
  return proofInWords(proof).toLocaleLowerCase(i18n.locale);
}

function neededBesideInWords({ onlyWith }: DocumentKind): string {
  if (onlyWith === undefined) return '';
  if (onlyWith === 'photo')
    return t({
      message: 'Counts only with another document that has a photo.',
      comment: 'Note on a kind of document.',
    });
  const needed = proofInList(onlyWith);
  return t({
    message: `Counts only with another document that proves ${needed}.`,
    comment: 'Note on a kind of document. {needed} is what the other one proves, like “home address”.',
  });
}

/** A policy that says nothing of copies leaves it to the counter. */
function copyInWords({ copyAccepted }: DocumentKind): string {
  if (copyAccepted === undefined) return '';
  return copyAccepted
    ? t({ message: 'A copy is fine.', comment: 'Note on a kind of document: a copy of it is accepted.' })
    : t({ message: 'No copies.', comment: 'Note on a kind of document: a copy of it is not accepted.' });
}

/** How old it may be: a bill by the day it was issued, an ID by the day it expires. */
function ageInWords({ issuedWithinDays, expiredToleranceYears }: DocumentKind): string {
  const days = issuedWithinDays ?? 0;
  if (days > 0)
    return t({
      message: plural(days, {
        one: 'Must be issued today or yesterday.',
        other: 'Must be issued in the last # days.',
      }),
      comment: 'Note on a kind of document, like a bill: an older one is not accepted.',
    });
  const years = expiredToleranceYears ?? 0;
  return years === 0
    ? t({ message: 'Can’t be expired.', comment: 'Note on a kind of document: it must still be valid.' })
    : t({
        message: plural(years, {
          one: 'Accepted up to # year after it expires.',
          other: 'Accepted up to # years after it expires.',
        }),
        comment: 'Note on a kind of document, like a passport.',
      });
}

/** One thing that the rule asks for, short enough for a row of three. */
export function requirementInWords(
  requirement: Requirement,
  categories: readonly DocumentCategory[],
): string {
  switch (requirement.kind) {
    case 'proof':
      return proofInWords(requirement.proof);
    case 'points': {
      const named = categories.find(({ id }) => id === requirement.category);
      const category = named === undefined ? requirement.category : inLanguage(named.name, i18n.locale);
      const { counted, needed } = requirement;
      // Of what is missing, only that: “0 of 3 points missing” would read as if nothing were.
      const points = counted < needed ? needed - counted : needed;
      return pointsInWords(points, category);
    }
    case 'one-a-or-two-b':
      return t`One document from list A or two from list B`;
    case 'primary':
      return t({
        message: 'A primary document',
        comment: 'One thing that is still asked for: a document of the stronger list.',
      });
    case 'secondary':
      return t({
        message: 'A secondary document',
        comment: 'One thing that is still asked for: a document of the weaker list.',
      });
    default:
      return unreachable(requirement);
  }
}

/** The same in the middle of a sentence: “photo, home address”. */
export function requirementInList(requirement: Requirement, categories: readonly DocumentCategory[]): string {
  const words = requirementInWords(requirement, categories);
  // Points begin with the city's own name for a group.
  return requirement.kind === 'points' ? words : inMiddle(words);
}

/** Words of ours that stand in the middle of a sentence. */
export function inMiddle(words: string): string {
  return `${words.slice(0, 1).toLocaleLowerCase(i18n.locale)}${words.slice(1)}`;
}

/** How many points there are, and in which of the city's groups. */
function pointsInWords(points: number, category: string): string {
  return t({
    message: plural(points, { one: `${category}: # point`, other: `${category}: # points` }),
    comment:
      'Points that are missing or proven: that word follows. {category} is the city’s name for a group of documents. Also beside the name of a document: how much it counts for that group. Between number and unit is a space that does not break.',
  });
}

/** What a document counts as, beside its name. `category`: what the points are for; null where all are for the same. */
export function countInWords(counts: CountsAs, category: string | null): string {
  switch (counts.kind) {
    case 'list-a':
      return t({
        message: 'List A',
        comment:
          'Beside the name of a document: one of this list is enough. Between the words is a space that does not break.',
      });
    case 'list-b':
      return t({
        message: 'List B',
        comment:
          'Beside the name of a document: two of this list are enough. Between the words is a space that does not break.',
      });
    case 'primary':
      return t({
        message: 'Primary',
        comment: 'Beside the name of a document: it is of the stronger list.',
      });
    case 'secondary':
      return t({
        message: 'Secondary',
        comment: 'Beside the name of a document: it is of the weaker list.',
      });
    case 'points': {
      const { points } = counts;
      return category === null
        ? t({
            message: plural(points, { one: '# point', other: '# points' }),
            comment:
              'Beside the name of a document: how much it counts. Between number and unit is a space that does not break.',
          })
        : pointsInWords(points, category);
    }
    default:
      return unreachable(counts);
  }
}

/** What the old card is called among what is still needed, and above its check box. */
export function oldCardInWords(): string {
  return t({
    message: 'Old card',
    comment: 'The card that the applicant has and gives back. In a list of what is needed.',
  });
}

/** The check box for the old card. */
export function oldCardBoxInWords(): string {
  return t({
    message: 'The old card is here and will be destroyed',
    comment: 'Check box on the documents screen: the clerk has taken the applicant’s old card.',
  });
}

/** What the clerk does with the old card. */
export function oldCardTodoInWords(): string {
  return t({
    message: 'Keep the old card next to you. You’ll destroy it before you hand over the new one.',
    comment: 'Note on the documents screen, about the old card that the clerk has taken.',
  });
}

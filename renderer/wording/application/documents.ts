import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { DocumentCategory, DocumentKind, Proof } from '../../../shared/programme/documents.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import type { Requirement } from '../../../shared/programme/requirements.ts';
import { unreachable } from '../../../shared/result.ts';

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
    default:
      return unreachable(proof);
  }
}

/** What a kind of document proves and what is asked of it, a sentence each. */
export function documentInWords({ proves, copyAccepted, expiredToleranceYears }: DocumentKind): string {
  const list = new Intl.ListFormat(i18n.locale, { type: 'unit', style: 'long' });
  const proven = list.format(proves.map((proof) => proofInWords(proof).toLocaleLowerCase(i18n.locale)));
  const years = expiredToleranceYears ?? 0;
  return [
    proves.length === 0
      ? t`Proves nothing by itself.`
      : t({
          message: `Proves ${proven}.`,
          comment: 'Note on a kind of document. {proven} lists what it proves, like “identity, birth date”.',
        }),
    // A policy that says nothing of copies leaves it to the counter.
    copyAccepted === undefined
      ? ''
      : copyAccepted
        ? t({ message: 'A copy is fine.', comment: 'Note on a kind of document: a copy of it is accepted.' })
        : t({
            message: 'Original only.',
            comment: 'Note on a kind of document: a copy of it is not accepted.',
          }),
    years === 0
      ? t({ message: 'Can’t be expired.', comment: 'Note on a kind of document: it must still be valid.' })
      : t({
          message: plural(years, {
            one: 'Accepted up to # year after it expires.',
            other: 'Accepted up to # years after it expires.',
          }),
          comment: 'Note on a kind of document, like a passport.',
        }),
  ]
    .filter((sentence) => sentence !== '')
    .join(' ');
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
      return t({
        message: `${category}: ${counted} of ${needed} points`,
        comment:
          'What the documents must prove, by points. {category} is the city’s name for a group of documents; {counted} points are reached.',
      });
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

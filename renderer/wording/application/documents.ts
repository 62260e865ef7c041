import { i18n } from '@lingui/core';
import { plural, t } from '@lingui/core/macro';
import type { DocumentCategory, DocumentKind, Proof } from '../../../shared/programme/documents.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import type { Requirement } from '../../../shared/programme/requirements.ts';
import { unreachable } from '../../../shared/result.ts';

function proofInWords(proof: Proof): string {
  switch (proof) {
    case 'photo':
      return t`Photo`;
    case 'birth-date':
      return t`Birth date`;
    case 'residency':
      return t`Home address`;
    case 'identity':
      return t`Identity`;
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
    proves.length === 0 ? t`Proves nothing by itself.` : t`Proves ${proven}.`,
    // A policy that says nothing of copies leaves it to the counter.
    copyAccepted === undefined ? '' : copyAccepted ? t`A copy is fine.` : t`Original only.`,
    years === 0
      ? t`Can’t be expired.`
      : plural(years, {
          one: 'Accepted up to # year after it expires.',
          other: 'Accepted up to # years after it expires.',
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
      return t`${category}: ${requirement.counted} of ${requirement.needed} points`;
    }
    case 'one-a-or-two-b':
      return t`One document from list A or two from list B`;
    case 'primary':
      return t`A primary document`;
    case 'secondary':
      return t`A secondary document`;
    default:
      return unreachable(requirement);
  }
}

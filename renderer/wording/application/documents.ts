import { i18n } from '@lingui/core';
import { t } from '@lingui/core/macro';
import type { DocumentCategory } from '../../../shared/programme/documents.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import type { Requirement } from '../../../shared/programme/requirements.ts';
import { unreachable } from '../../../shared/result.ts';

/** One thing that the rule asks for, short enough for a row of three. */
export function requirementInWords(
  requirement: Requirement,
  categories: readonly DocumentCategory[],
): string {
  switch (requirement.kind) {
    case 'proof':
      switch (requirement.proof) {
        case 'photo':
          return t`Photo`;
        case 'birth-date':
          return t`Birth date`;
        case 'residency':
          return t`Home address`;
        case 'identity':
          return t`Identity`;
        default:
          return unreachable(requirement.proof);
      }
    case 'points': {
      const named = categories.find(({ id }) => id === requirement.category);
      const category = named === undefined ? requirement.category : inLanguage(named.name, i18n.locale);
      return t`${category}: ${requirement.counted} of ${requirement.needed} points`;
    }
    case 'one-a-or-two-b':
      return t`One document of list A or two of list B`;
    case 'primary':
      return t`A primary document`;
    case 'secondary':
      return t`A secondary document`;
    default:
      return unreachable(requirement);
  }
}

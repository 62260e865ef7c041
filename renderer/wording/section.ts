import { t } from '@lingui/core/macro';
import { unreachable } from '../../shared/result.ts';
import type { Section } from '../supervisor/sections.ts';

/** The name of a section of the supervisor's area. */
export function sectionInWords(section: Section): string {
  switch (section) {
    case 'staff':
      return t`Staff`;
    case 'printer':
      return t`Printers`;
    case 'hold':
      return t`Legal hold`;
    case 'ledger':
      return t`Ledger`;
    default:
      return unreachable(section);
  }
}

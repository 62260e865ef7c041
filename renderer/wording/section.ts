import { t } from '@lingui/core/macro';
import { unreachable } from '../../shared/result.ts';
import type { Section } from '../supervisor/sections.ts';

/** The name of a section of the supervisor's area. */
export function sectionInWords(section: Section): string {
  switch (section) {
    case 'staff':
      return t({
        message: 'Staff',
        comment: 'Heading and name of a section: the people who work at this kiosk.',
      });
    case 'printer':
      return t({ message: 'Printers', comment: 'Heading and name of a section of the supervisor’s area.' });
    case 'hold':
      return t({
        message: 'Legal hold',
        comment:
          'Heading and name of a section: an order by counsel to erase nothing while a legal matter is open.',
      });
    case 'ledger':
      return t({
        message: 'Ledger',
        comment:
          'Heading and name of a section: the signed record of daily counts and staff actions, which names no applicant.',
      });
    case 'policy':
      return t({
        message: 'Policy',
        comment: 'Heading and name of a section: the city’s set of rules that the kiosk works by.',
      });
    case 'practice':
      return t({
        message: 'Practice',
        comment: 'Heading and name of a section: staff practice the clerk’s steps with made-up applicants.',
      });
    case 'statement':
      return t({
        message: 'Custody statement',
        comment:
          'Heading and name of a section: a signed list of what this kiosk holds, for a court or for counsel.',
      });
    default:
      return unreachable(section);
  }
}

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
    case 'records':
      return t({
        message: 'Name search',
        comment: 'Name of a section: two supervisors search all open applications for a person.',
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
    case 'statistics':
      return t({
        message: 'Statistics',
        comment: 'Heading and name of a section, and of a printed page: counts by day and by week.',
      });
    case 'day':
      return t({
        message: 'Day',
        comment: 'Heading and name of a section: opening and closing the counter’s day, and packing up.',
      });
    case 'suspension':
      return t({
        message: 'Suspension',
        comment:
          'Heading and name of a section: new applications are suspended, so that nobody can start one for a while.',
      });
    case 'statement':
      return t({
        message: 'Custody statement',
        comment:
          'Heading and name of a section: a signed list of what this kiosk holds, for a court or for counsel.',
      });
    case 'residents':
      return t({
        message: 'Applicant screens',
        comment: 'Heading and name of a section: how applicants may use this kiosk themselves.',
      });
    case 'computer':
      return t({
        message: 'Computer',
        comment: 'Heading and name of a section: whether the computer that the kiosk runs on is in order.',
      });
    default:
      return unreachable(section);
  }
}

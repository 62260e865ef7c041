import { t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { Section } from '../../supervisor/sections.ts';

/** What a section of the supervisor's area is for. */
function purposeInWords(section: Section): string {
  switch (section) {
    case 'day':
      return t({
        message:
          'Count the blank cards, then open the day. In the evening, count the cards and the cash, and close it. Packing up ends open applications.',
        comment: 'Help for a section: the counter’s day.',
      });
    case 'suspension':
      return t({
        message:
          'Stop new applications for a while, or take them again. An order comes on a USB drive; a supervisor can also do it here by hand.',
        comment: 'Help for a section. An order is a signed file from the city.',
      });
    case 'staff':
      return t({
        message:
          'Add staff, remove someone, or give a new passphrase. Unlock someone who is locked out, and decide whether there are recovery codes.',
        comment: 'Help for a section. Recovery codes are on paper, for a lost passphrase.',
      });
    case 'printer':
      return t({
        message:
          'See which printers are used, and choose another one. Print a test card and look at it before cards for applicants are printed.',
        comment: 'Help for a section.',
      });
    case 'hold':
      return t({
        message:
          'Set a legal hold when counsel asks for it: nothing it covers is erased until two supervisors lift it. A copy of an application for counsel is also made here.',
        comment:
          'Help for a section. A legal hold is an order by counsel, the city’s lawyer, to erase nothing.',
      });
    case 'records':
      return t({
        message:
          'Find out whether any open application has a certain name. You need a reason, and a second supervisor who approves the search.',
        comment: 'Help for a section: two supervisors search all open applications for a person.',
      });
    case 'statement':
      return t({
        message:
          'Make a signed statement of what this kiosk holds, for a court or for counsel. Then print it, or save it to a USB drive.',
        comment: 'Help for a section. Counsel is the city’s lawyer.',
      });
    case 'ledger':
      return t({
        message:
          'Read what staff did and how many cards were issued, and verify that no entry was changed. The cards of a day are listed once it is closed or over. Each evening, take a checkpoint and keep it somewhere else.',
        comment:
          'Help for a section. The ledger is the signed record of counts and staff actions; a checkpoint is its signed state.',
      });
    case 'statistics':
      return t({
        message:
          'See the counts of the last days or weeks, as tables and charts. Print them, or save them to a USB drive.',
        comment: 'Help for a section.',
      });
    case 'policy':
      return t({
        message:
          'See the rules that this kiosk works by. To install new ones, insert the USB drive, check it, and read what changes.',
        comment: 'Help for a section: the policy, the city’s set of rules.',
      });
    case 'practice':
      return t({
        message:
          'Begin or end practice with made-up applicants. During practice, this kiosk can’t serve real ones.',
        comment: 'Help for a section.',
      });
    case 'residents':
      return t({
        message:
          'Decide how applicants use this kiosk themselves, and in which languages. The size of this display is checked here too.',
        comment: 'Help for a section. To use it themselves: they type their own details.',
      });
    case 'computer':
      return t({
        message:
          'See whether this computer is in order, what failed, and what IT staff can do about it. The kiosk checks it once a day.',
        comment: 'Help for a section.',
      });
    default:
      return unreachable(section);
  }
}

/** What a section wants, and below it the keys that all of them have. */
export function sectionHelpInWords(section: Section): readonly string[] {
  const keys = t({
    message:
      'Press the key next to a section’s name to open it. P changes your passphrase. If you came from the start screen, Esc goes back.',
    comment:
      'Help for every section of the supervisor’s area, after what the section is for. P and Esc are keys.',
  });
  return [purposeInWords(section), keys];
}

import { t } from '@lingui/core/macro';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { languageOfWord } from '../../../shared/ledger/language-word.ts';
import { NOBODY } from '../../../shared/ledger/nobody.ts';
import { languageFacts } from '../../../shared/residents/language.ts';
import { unreachable } from '../../../shared/result.ts';
import type { NameOf } from './name-of.ts';

/** An entry about the program's policy, about practice, or about residents who use the kiosk. */
type ProgramEntry = Extract<
  LedgerEntry,
  {
    readonly kind:
      | 'policy-in-force'
      | 'programme-key-pinned'
      | 'policy-installed'
      | 'practice-began'
      | 'practice-ended'
      | 'resident-setting-chosen'
      | 'notice-accepted'
      | 'display-measured';
  }
>;

/** What such an entry is about, in a few words: see `entryKindInWords`. */
export function programKindInWords(kind: ProgramEntry['kind']): string {
  switch (kind) {
    case 'policy-in-force':
      return t({
        message: 'Policy in force',
        comment: 'Title of a ledger entry: the city’s set of rules that counts from then on.',
      });
    case 'programme-key-pinned':
      return t({
        message: 'Program key set',
        comment: 'Title of a ledger entry: policies are now signed by it.',
      });
    case 'policy-installed':
      return t({
        message: 'Policy installed',
        comment: 'Title of a ledger entry. The policy is the city’s set of rules.',
      });
    case 'practice-began':
      return t({ message: 'Practice began', comment: 'Title of a ledger entry: invented people only.' });
    case 'practice-ended':
      return t({ message: 'Practice ended', comment: 'Title of a ledger entry: real people again.' });
    case 'resident-setting-chosen':
      return t({
        message: 'Applicant screens',
        comment: 'Title of a ledger entry: a supervisor chose how applicants use the kiosk.',
      });
    case 'display-measured':
      return t({
        message: 'Display measured',
        comment: 'Title of a ledger entry: somebody said how wide the kiosk’s display is.',
      });
    case 'notice-accepted':
      return t({
        message: 'Legal notice accepted',
        comment: 'Title of a ledger entry: a supervisor answers for texts in one language.',
      });
    default:
      return unreachable(kind);
  }
}

/** What an entry about the program says, in a sentence. */
export function programEntryInWords(entry: ProgramEntry, nameOf: NameOf): string {
  switch (entry.kind) {
    case 'policy-in-force':
      return t({
        message: 'From here on, new applications start under this policy.',
        comment: 'Ledger entry. The policy is the city’s set of rules.',
      });
    case 'programme-key-pinned':
      return t({
        message: 'From here on, this kiosk takes signed policies only.',
        comment: 'Ledger entry. The policy is the city’s set of rules, signed with the program’s key.',
      });
    case 'policy-installed': {
      const name = nameOf(entry.by);
      if (entry.second !== NOBODY) {
        const second = nameOf(entry.second);
        return t({
          message: `${name} and ${second} went back to an older policy.`,
          comment:
            'Ledger entry. {name} and {second} are supervisors. The policy is the city’s set of rules.',
        });
      }
      return t({
        message: `${name} installed a policy.`,
        comment: 'Ledger entry. {name} is a supervisor. The policy is the city’s set of rules.',
      });
    }
    case 'practice-began': {
      const name = nameOf(entry.by);
      return t({ message: `${name} began practice.`, comment: 'Ledger entry. {name} is a supervisor.' });
    }
    case 'practice-ended': {
      const name = nameOf(entry.by);
      return t({
        message: `${name} ended practice. Nothing made since it began is counted.`,
        comment: 'Ledger entry. {name} is a supervisor.',
      });
    }
    case 'resident-setting-chosen':
      return settingInWords(entry, nameOf);
    case 'notice-accepted': {
      const name = nameOf(entry.by);
      const language = languageFacts[languageOfWord(entry.language)].ownName;
      return t({
        message: `${name} accepted the legal notices in ${language}, which no native speaker had confirmed.`,
        comment: 'Ledger entry. {name} is a supervisor. {language} is a language’s own name, such as Polski.',
      });
    }
    case 'display-measured': {
      const name = nameOf(entry.by);
      const { millimeters } = entry;
      return t({
        message: `${name} measured the display: ${millimeters} mm wide.`,
        comment: 'Ledger entry. {name} is a supervisor or IT staff. {millimeters} is a number, like 344.',
      });
    }
    default:
      return unreachable(entry);
  }
}

function settingInWords(
  { by, setting }: Extract<ProgramEntry, { readonly kind: 'resident-setting-chosen' }>,
  nameOf: NameOf,
): string {
  const name = nameOf(by);
  switch (setting) {
    case 'off':
      return t({
        message: `${name} turned the applicant screens off.`,
        comment: 'Ledger entry. {name} is a supervisor. Only clerks type from then on.',
      });
    case 'counter':
      return t({
        message: `${name} chose that applicants share the screen at the counter.`,
        comment: 'Ledger entry. {name} is a supervisor.',
      });
    case 'self-service':
      return t({
        message: `${name} chose self-service for applicants.`,
        comment: 'Ledger entry. {name} is a supervisor. Applicants answer alone at the kiosk from then on.',
      });
    default:
      return unreachable(setting);
  }
}

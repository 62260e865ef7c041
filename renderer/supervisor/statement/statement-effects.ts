import { t } from '@lingui/core/macro';

/** What making a custody statement does, before anybody makes one. */
export function makingStatementInWords(): readonly string[] {
  return [
    t({
      message:
        'Counts what this kiosk keeps in its own folders and tables: files, keys, jobs at printers, ribbons, staff, and legal holds. It also lists files there that it didn’t make, like old copies.',
      comment: 'What making a custody statement does. A legal hold is an order by counsel to erase nothing.',
    }),
    t({
      message:
        'Shows counts and kinds, and no names. It doesn’t search for a person: open applications are encrypted.',
      comment: 'What a custody statement, a signed list of what this kiosk holds, says and does not say.',
    }),
    t({
      message:
        'Plants two test files before counting, and a test row after it. If the search doesn’t find all three, the statement says that it is void.',
      comment: 'How the search behind a custody statement is tested each time.',
    }),
    t`Clerks can keep working. If an application ends meanwhile, you’ll be asked to make the statement again.`,
    t({
      message:
        'This kiosk can’t know what printers remember, what is on paper, or what other kiosks, vendors, and cameras keep. The statement says so.',
      comment: 'What a custody statement, a signed list of what this kiosk holds, cannot say.',
    }),
  ];
}

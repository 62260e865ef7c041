import { t } from '@lingui/core/macro';
import type { DaySheetPaper } from '../../../shared/contract/paper.ts';
import type { DaySheet } from '../../../shared/contract/supervision.ts';
import { inGroups } from '../../../shared/ledger/checkpoint.ts';
import { isoDayInWords } from '../dates.ts';

/** The day sheet as it stands on the screen and on paper. */
export function daySheetOnPaper(sheet: DaySheet): DaySheetPaper {
  const { kioskName, sequence, counts } = sheet;
  const day = isoDayInWords(sheet.day);
  return {
    kind: 'day-sheet',
    heading: t({
      message: 'Day sheet',
      comment: 'Heading of a page and of its section: the page with the day’s counts, printed each evening.',
    }),
    rows: [
      {
        label: t({
          message: 'Kiosk',
          comment: 'Line on the day sheet, a printed page: the kiosk’s name follows.',
        }),
        value: kioskName,
      },
      {
        label: t({ message: 'Day', comment: 'Line on the day sheet, a printed page: the date follows.' }),
        value: day,
      },
      {
        label: t({
          message: 'Issued today',
          comment: 'Line on the day sheet, a printed page: how many cards were handed over today.',
        }),
        value: String(counts.issued),
      },
      {
        label: t({
          message: 'Spoiled today',
          comment: 'Line on the day sheet, a printed page: how many cards came out wrong today.',
        }),
        value: String(counts.spoiled),
      },
      {
        label: t({
          message: 'Erased today',
          comment: 'Line on the day sheet, a printed page: how many applications were erased today.',
        }),
        value: String(counts.wiped),
      },
      {
        label: t({
          message: 'Last entry',
          comment: 'Line on the day sheet, a printed page: the number of the ledger’s last entry follows.',
        }),
        value: String(sequence),
      },
      {
        label: t({
          message: 'Ledger head',
          comment:
            'Line on the day sheet, a printed page: the ledger’s last hash follows, in hexadecimal digits.',
        }),
        value: inGroups(sheet.head),
      },
      {
        label: t({
          message: 'Fingerprint of the kiosk’s key',
          comment:
            'Line on the day sheet, a printed page: hexadecimal digits follow, by which the kiosk’s signature can be checked.',
        }),
        value: sheet.key,
      },
    ],
    hand: t({
      message: 'Taken by, and where it is kept:',
      comment:
        'Last line of the day sheet, a printed page: a person writes here by hand who took it and where it is kept.',
    }),
  };
}

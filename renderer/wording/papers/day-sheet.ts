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
    heading: t`Day sheet`,
    rows: [
      { label: t`Kiosk`, value: kioskName },
      { label: t`Day`, value: day },
      { label: t`Issued today`, value: String(counts.issued) },
      { label: t`Spoiled today`, value: String(counts.spoiled) },
      { label: t`Erased today`, value: String(counts.wiped) },
      { label: t`Last entry`, value: String(sequence) },
      { label: t`Ledger head`, value: inGroups(sheet.head) },
      { label: t`Fingerprint of the kiosk’s key`, value: sheet.key },
    ],
    hand: t`Taken by, and where it is kept:`,
  };
}

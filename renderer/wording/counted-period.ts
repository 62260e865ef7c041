import { t } from '@lingui/core/macro';
import type { LedgerDetail } from '../../shared/ledger/ledger-detail.ts';

/** What the counts of the start screen are of: under a policy whose ledger tells of weeks nobody can tell the days apart. */
export function countedPeriodInWords(period: LedgerDetail['period']): string {
  return period === 'week'
    ? t({
        message: 'This week',
        comment:
          'In the place of “Today”, where the city has its kiosks count by weeks: a number of cards follows.',
      })
    : t({
        message: 'Today',
        comment: 'Label: the number of cards issued today follows; also the heading above the day’s counts.',
      });
}

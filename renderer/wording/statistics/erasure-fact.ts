import { plural, t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { ErasureFact, LossFact } from '../../../shared/statistics/slow-day.ts';

/** What the ledger says of so many applications of a day with few: that they were lost. */
export function lossInWords(fact: LossFact, count: number): string {
  switch (fact) {
    case 'lost':
      return t({
        message: plural(count, {
          one: '# application was lost with its key.',
          other: '# applications were lost with their keys.',
        }),
        comment:
          'In a list of what the ledger tells about a day with few applicants. The keys are encryption keys, lost in a power outage.',
      });
    case 'lost-card':
      return t({
        message: plural(count, {
          one: '# card of a lost application may have been in the tray.',
          other: '# cards of lost applications may have been in the tray.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    default:
      return unreachable(fact);
  }
}

/** The same of how they were erased. */
export function erasureInWords(fact: ErasureFact, count: number): string {
  switch (fact) {
    case 'not-searched':
      return t({
        message: plural(count, {
          one: '# application was erased without a search: it was set aside, or its session was lost.',
          other:
            '# applications were erased without a search: they were set aside, or their sessions were lost.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'search-void':
      return t({
        message: plural(count, {
          one: '# search after an erasure was void.',
          other: '# searches after erasures were void.',
        }),
        comment:
          'In a list of what the ledger tells about a day with few applicants. Void: it proves nothing.',
      });
    case 'details-found':
      return t({
        message: plural(count, {
          one: '# search found details of its applicant.',
          other: '# searches found details of their applicants.',
        }),
        comment:
          'In a list of what the ledger tells about a day with few applicants. A search after an erasure found something that was left.',
      });
    case 'key-on-disk':
      return t({
        message: plural(count, {
          one: '# application had its key on disk.',
          other: '# applications had their keys on disk.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants. An encryption key.',
      });
    case 'jobs-purged':
      return t({
        message: plural(count, {
          one: '# application had print jobs, which were removed from the printer.',
          other: '# applications had print jobs, which were removed from the printer.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'jobs-not-proven':
      return t({
        message: plural(count, {
          one: '# application had print jobs that aren’t proven to be removed.',
          other: '# applications had print jobs that aren’t proven to be removed.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'erasure-failed':
      return t({
        message: plural(count, { one: '# erasure failed at first.', other: '# erasures failed at first.' }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    case 'erasure-completed':
      return t({
        message: plural(count, {
          one: '# erasure that had failed was completed.',
          other: '# erasures that had failed were completed.',
        }),
        comment: 'In a list of what the ledger tells about a day with few applicants.',
      });
    default:
      return unreachable(fact);
  }
}

import { plural, t } from '@lingui/core/macro';
import { unreachable } from '../../../shared/result.ts';
import type { StaffFact } from '../../../shared/statistics/slow-day.ts';

/** What the ledger says of acts of staff that were about one application each: unlike other entries these have the time. */
export function staffFactInWords(fact: StaffFact, count: number): string {
  switch (fact) {
    case 'finish-refused':
      return t({
        message: plural(count, {
          one: '# attempt to finish a held application was refused. The ledger has the exact time.',
          other: '# attempts to finish held applications were refused. The ledger has the exact time.',
        }),
        comment:
          'In a list of what the ledger tells about a day with few applicants. Held: a legal hold keeps the application.',
      });
    case 'produced':
      return t({
        message: plural(count, {
          one: '# held application was produced, encrypted. The ledger has the exact time.',
          other: '# held applications were produced, encrypted. The ledger has the exact time.',
        }),
        comment:
          'In a list of what the ledger tells about a day with few applicants. Produced: handed over under a legal hold.',
      });
    case 'erasure-closed':
      return t({
        message: plural(count, {
          one: '# erasure was closed without proof. The ledger has the exact time and the reason.',
          other: '# erasures were closed without proof. The ledger has the exact time and the reason.',
        }),
        comment:
          'In a list of what the ledger tells about a day with few applicants. Somebody closed an erasure that the kiosk could not prove.',
      });
    default:
      return unreachable(fact);
  }
}

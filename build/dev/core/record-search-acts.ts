import type { Handlers } from '../../../shared/contract/declare.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import { checkAskedName } from '../../../shared/record-search/terms.ts';
import { err, ok } from '../../../shared/result.ts';
import { THIS_MORNING } from '../fixtures/fixture.ts';
import { FOUND } from '../fixtures/record-search-answers.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type RecordSearchActs = Pick<
  Handlers<typeof screenCalls>,
  | 'beginRecordSearch'
  | 'askForName'
  | 'searchRecords'
  | 'cancelRecordSearch'
  | 'saveRecordSearch'
  | 'printRecordSearch'
  | 'endRecordSearch'
>;

const FILE = 'counterfoil-record-search-0f1e2d3c-2026-11-24-00aa11bb22cc.json';

/** Calls about searching for somebody: whoever is asked for is found. */
export function recordSearchActs({ status, changeStatus }: FixtureKiosk): RecordSearchActs {
  return {
    beginRecordSearch: () => changeStatus({ recordSearch: { kind: 'asking' } }),
    askForName({ typed }) {
      const name = checkAskedName(typed);
      return name.ok
        ? ok({ name: name.value, digest: 'ab'.repeat(32) })
        : err({ kind: 'no-asked-name', why: name.error.kind });
    },
    searchRecords: ({ reason }) =>
      changeStatus({
        recordSearch: { kind: 'answered', findings: FOUND, reason, began: THIS_MORNING, file: null },
      }),
    cancelRecordSearch: () => changeStatus({ recordSearch: { kind: 'stopped', why: 'canceled' } }),
    saveRecordSearch() {
      const { recordSearch } = status();
      if (recordSearch?.kind !== 'answered') return err({ kind: 'not-now' });
      changeStatus({ recordSearch: { ...recordSearch, file: FILE } });
      return ok({ file: FILE });
    },
    printRecordSearch: () => ok({ number: 1 }),
    endRecordSearch: () => changeStatus({ recordSearch: null }),
  };
}

import { join } from 'node:path';
import {
  type RecordSearchOrder,
  type RecordSearchReport,
  recordSearchReport,
} from '../../../shared/contract/command/record-search.ts';
import type { Configuration } from '../../../shared/contract/configuration.ts';
import { RECORDS } from '../data-folder/kiosk-files.ts';
import { createRecordProcesses } from '../record-processes/record-processes.ts';
import { carryOutSearch } from '../record-search/carry-out-search.ts';
import { createHeldApplications } from '../record-search/held-applications.ts';
import { createRecordSearches } from '../record-search/record-searches.ts';
import { createSearchEntries } from '../record-search/search-entries.ts';
import { createSignedAnswers } from '../record-search/signed-answers.ts';
import { staffTextsIn } from '../record-search/staff-texts.ts';
import type { RecordSearchServices, SessionServices, StorageServices } from './services.ts';

/** Where the running search processes are recorded for the keeper after a dead one. */
export function searchRecord(dataFolder: string): string {
  return join(dataFolder, RECORDS.searches);
}

/** Builds what answers whether the kiosk holds a name. */
export function buildRecordSearch(
  { node, recordSearchPath, dataFolder }: Configuration,
  lower: StorageServices & SessionServices,
  keeperFolder: string,
): RecordSearchServices {
  const record = { path: searchRecord(dataFolder), keeperFolder };
  const processes = createRecordProcesses<RecordSearchOrder, RecordSearchReport>(
    { what: 'record search', node, programPath: recordSearchPath, record, report: recordSearchReport },
    lower.onBug,
  );
  const held = createHeldApplications(lower);
  const carryingOut = {
    ...{ held, processes, closing: lower.closing },
    staffTexts: () => staffTextsIn(lower),
    entries: createSearchEntries({ ...lower, held }),
    answers: createSignedAnswers(lower),
  };
  return {
    searchProcesses: processes,
    recordSearches: createRecordSearches({
      ...lower,
      processes,
      carryOut: (...search) => carryOutSearch(carryingOut, ...search),
    }),
  };
}

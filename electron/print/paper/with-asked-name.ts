import { askedName } from '../../../shared/contract/command/record-search.ts';
import type { RecordSearchPaper } from '../../../shared/contract/paper.ts';
import type { WorkerOrder } from '../../../shared/contract/worker.ts';
import { inGroups } from '../../../shared/ledger/checkpoint.ts';
import { checkAskedName } from '../../../shared/record-search/terms.ts';
import { openContent } from '../../lib/sealing/sealed-content.ts';

/** The answer of a record search with the name that was asked on top, and the salt of its digest. Null: it does not open. */
export function withAskedName({
  paper,
  name: { search, key, sealed },
}: Extract<WorkerOrder, { kind: 'record-search-paper' }>): RecordSearchPaper | null {
  const opened = openContent(key, search, 'asked-name', sealed, askedName);
  key.fill(0);
  if (!opened.ok) return null;
  const { salt } = opened.value;
  const name = checkAskedName(opened.value.name);
  if (!name.ok) return null;
  return {
    ...paper,
    rows: [
      { label: 'Name asked', value: name.value },
      ...paper.rows,
      { label: 'Salt', value: inGroups(salt) },
    ],
  };
}

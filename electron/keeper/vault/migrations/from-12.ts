import { z } from 'zod';
import { searchReport } from '../../../../shared/contract/receipt.ts';
import type { Row, Tables } from '../../database/database-schema.ts';
import { json } from '../../database/json-column.ts';
import { summaryOf } from '../../wipe/search-outcome.ts';
import { rowsOf, withTables } from './rows-of.ts';

const ended = json(z.looseObject({ selections: z.string().optional() }));
const wipeRow = z.looseObject({
  id: z.string(),
  ended,
  search: json(searchReport.nullable()),
  concluded: z.number().int(),
});
const kioskRow = z.looseObject({ custody: z.string().nullable() });
const jobRow = z.looseObject({ owner: z.string() });

const NOTHING_RESTED = JSON.stringify({
  ...{ issued: 0, spoiled: 0, wiped: 0 },
  ...{ forgottenCards: 0, paid: 0, waived: 0 },
});

/**
 * An erasure goes with the transaction that has its entries, so one whose entries are among the owed ones has ended, and its jobs with it.
 * Of a search only classes are kept, and no figure of its session. Entries that are owed stay so, in the order that they have: the ledger's head tells whether
 * they are there.
 */
export function rowsOfVersion13(tables: Tables): Tables {
  const wipes = rowsOf(tables, 'wipe', wipeRow);
  const over = new Set(wipes.filter(({ concluded }) => concluded === 1).map(({ id }) => id));
  return withTables(tables, {
    kiosk: (tables.get('kiosk') ?? []).map(
      ({ signing_key: clear = null, ...row }): Row => ({ ...row, clear_key: clear }),
    ),
    // Under sealed custody every key lies in a slot; where a legal hold has moved one, the row of the hold says so.
    application: (tables.get('application') ?? []).map(
      (row): Row => ({ ...row, key_sealed: isSealed(tables) ? 1 : 0 }),
    ),
    wipe: (tables.get('wipe') ?? []).flatMap(wipeWithoutFigures),
    counter_day: (tables.get('counter_day') ?? []).map((row) => ({ ...row, resting: NOTHING_RESTED })),
    print_job: (tables.get('print_job') ?? []).filter((row) => !over.has(jobRow.parse(row).owner)),
  });
}

function wipeWithoutFigures(row: Row): Row[] {
  const { search, ended: session, concluded } = wipeRow.parse(row);
  if (concluded === 1) return [];
  const { concluded: _c, attempts: _a, ended: _e, ...kept } = row;
  return [
    {
      ...kept,
      search: JSON.stringify(search === null ? null : summaryOf(search)),
      selections: JSON.stringify(session.selections ?? null),
    },
  ];
}

function isSealed(tables: Tables): boolean {
  return rowsOf(tables, 'kiosk', kioskRow).some(({ custody }) => custody === 'sealed');
}

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { outcomes } from '../../../../shared/application/lifecycle.ts';
import { dayOfText } from '../../../../shared/calendar.ts';
import { custodyKind } from '../../../../shared/contract/custody.ts';
import { searchReport, spoolOutcome } from '../../../../shared/contract/receipt.ts';
import { encodeEntry } from '../../../../shared/ledger/encode-entry.ts';
import type { LedgerEntry } from '../../../../shared/ledger/entries.ts';
import { roundFigure } from '../../../../shared/ledger/rounding.ts';
import type { Row, Tables } from '../../database/database-schema.ts';
import { json } from '../../database/json-column.ts';
import { rowsOf, withTables } from './rows-of.ts';

const applicationRow = z.looseObject({ id: z.string(), state: z.string() });
const wipeRow = z.looseObject({
  id: z.string(),
  application: z.string(),
  ledger_from: z.number().int().nullable(),
});
/** One whose entries were on their way: it was proven. */
const provenWipe = z.object({
  application: z.string(),
  outcome: z.enum(outcomes),
  custody: custodyKind,
  attempts: z.number().int(),
  day: z.string(),
  search: json(searchReport),
  spool: json(spoolOutcome),
  ended: json(z.object({ processesEnded: z.number().int().min(0) })),
  ledger_from: z.number().int(),
});
const jobRow = z.looseObject({ application: z.string(), printer: z.string() });
type Driver = 'virtual' | 'ipp' | 'os';

/** As the first release wrote them: they have the numbers of those that may be in the ledger already. */
function entriesThen(wipe: z.infer<typeof provenWipe>, printer: Driver): readonly LedgerEntry[] {
  const { outcome, custody, search, spool, ended } = wipe;
  const day = dayOfText(wipe.day);
  const figures = search.kind === 'searched' ? search : { files: 0, bytes: 0, hits: 0 };
  const wiped: LedgerEntry = {
    ...{ kind: 'wiped', day, outcome, custody, spool },
    search: search.kind,
    files: roundFigure(figures.files),
    bytes: roundFigure(figures.bytes),
    hits: roundFigure(figures.hits),
    processesEnded: roundFigure(ended.processesEnded),
  };
  const attempts = Math.min(99, Math.max(1, wipe.attempts));
  return outcome === 'issued' ? [{ kind: 'issued', day, printer, attempts }, wiped] : [wiped];
}

const driver = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.looseObject({ driver: z.enum(['virtual', 'ipp', 'os']) }));
const owedRow = z.looseObject({ number: z.number().int() });

/**
 * No hash of a card is kept in any file: those of the first release go, so a card that was printed before is found by its
 * ticket, not by a scan. A wipe is named by its application's row instead of naming it, and its jobs are its own. Its ledger
 * entries, once they were on their way, join the owed ones with the sequences they have or were to have: the ledger's head
 * tells whether they are there.
 */
export function rowsOfVersion4(tables: Tables): Tables {
  const applications = rowsOf(tables, 'application', applicationRow);
  const wipes = rowsOf(tables, 'wipe', wipeRow);
  const jobs = rowsOf(tables, 'print_job', jobRow);
  const wipeOf = (application: string): string | null =>
    wipes.findLast((wipe) => wipe.application === application)?.id ?? null;
  const hasRow = (id: string): boolean => applications.some((each) => each.id === id);
  /** The application while it is open, then its wipe; of one that was forgotten a random id of nothing else. */
  const forgotten = new Map<string, string>();
  const ownerOf = (application: string): string => {
    const wipe = wipeOf(application);
    if (wipe !== null) return wipe;
    if (hasRow(application)) return application;
    const owner = forgotten.get(application) ?? randomBytes(16).toString('hex');
    forgotten.set(application, owner);
    return owner;
  };
  const chosen = (tables.get('printer') ?? []).map(({ settings = null }) => settings);
  /** What the last card of an application was printed on. */
  const driverOf = (application: string) => {
    const last = jobs.findLast((job) => job.application === application)?.printer ?? chosen[0];
    return last === undefined ? 'virtual' : driver.parse(last).driver;
  };
  const lastOwed = Math.max(0, ...rowsOf(tables, 'owed', owedRow).map(({ number }) => number));
  const owedByWipes = wipes
    .filter(({ ledger_from }) => ledger_from !== null)
    .map((row) => provenWipe.parse(row))
    .flatMap((wipe) =>
      entriesThen(wipe, driverOf(wipe.application)).map((entry, index) => ({
        entry: encodeEntry(entry),
        ledger_from: wipe.ledger_from + index,
      })),
    );
  return withTables(tables, {
    kiosk_time: (tables.get('kiosk_time') ?? []).map((row) => ({
      ...row,
      reckoned: row.wall ?? null,
      off_unknown: 0,
    })),
    application: (tables.get('application') ?? []).map(({ full_hash: _f, last_four_hash: _l, ...row }) => ({
      ...row,
      wipe: wipeOf(applicationRow.parse(row).id),
      look_up: null,
    })),
    printer: chosen.map((settings) => ({ role: 'card', settings })),
    print_job: (tables.get('print_job') ?? []).map(({ application, ...row }) => ({
      ...row,
      owner: ownerOf(z.string().parse(application)),
    })),
    wipe: (tables.get('wipe') ?? []).map(
      ({ application, ledger_from: from = null, ...row }): Row => ({
        ...row,
        driver: driverOf(z.string().parse(application)),
        concluded: from === null ? 0 : 1,
      }),
    ),
    owed: [
      ...(tables.get('owed') ?? []),
      ...owedByWipes.map((row, index) => ({ number: lastOwed + 1 + index, ...row })),
    ],
  });
}

import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import type { Row, Tables } from '../../database/database-schema.ts';
import { rowsOf, withTables } from './rows-of.ts';

const applicationRow = z.looseObject({ id: z.string(), state: z.string() });
const wipeRow = z.looseObject({ id: z.string(), application: z.string() });
const jobRow = z.looseObject({ application: z.string(), printer: z.string() });
const driver = z
  .string()
  .transform((text): unknown => JSON.parse(text))
  .pipe(z.looseObject({ driver: z.enum(['virtual', 'ipp', 'os']) }));

/**
 * No hash of a card is kept in any file: those of the first release go, so a card that was printed before is found by its
 * ticket, not by a scan. A wipe is named by its application's row instead of naming it, and its jobs are its own.
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
  const driverOf = (application: string): string => {
    const last = jobs.findLast((job) => job.application === application)?.printer ?? chosen[0];
    return last === undefined ? 'virtual' : driver.parse(last).driver;
  };
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
        // Entries that were on their way are counted once at most: owed again they could stand in the ledger twice.
        concluded: from === null ? 0 : 1,
      }),
    ),
  });
}

import { z } from 'zod';
import { applicationStateKinds } from '../application/lifecycle.ts';
import { wipeStep } from '../contract/application/wipe-steps.ts';
import { custodyKinds } from '../contract/custody.ts';
import { holdId, memberId, policyHash, ribbonId } from '../contract/ids.ts';
import { printerDriver } from '../contract/printing/printer.ts';
import { residentSetting } from '../contract/residents/resident-acts.ts';
import { staffRole } from '../contract/status.ts';
import { checkIds } from '../doctor/check-id.ts';
import { verdicts } from '../doctor/finding.ts';
import { entryKindNames } from '../ledger/entries.ts';
import { breakReasons, holdReasons } from '../ledger/reasons.ts';
import { fileKinds, ledgerTables, placeNames, unknownFileKinds, vaultTables } from './inventory.ts';
import { limits } from './limits.ts';

const count = z.int().min(0);
/** Epoch milliseconds. */
const moment = z.int().min(0);
const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));
export const sha256 = hex(64);

/** One place that was looked through, and what lies there by kind. No file is named. */
const place = z.strictObject({
  place: z.enum(placeNames),
  /** The folder. Null: this kiosk has none. */
  path: z.string().nullable(),
  /**
   * `searched`: every file of this account in it was opened. In the data folder and the folder in memory each was read to
   * its end; in places that others use as well, those with a name of the kiosk's, and of each other one the beginning.
   * `in-part`: some could not be read, or were too many. `not-searched`: it is another account's.
   * `not-allowed`: the system refused. `not-there`: there is no such folder now. `none`: this kiosk has no such place.
   */
  look: z.enum(['searched', 'in-part', 'not-searched', 'not-allowed', 'not-there', 'none']),
  known: z.array(z.strictObject({ kind: z.enum(fileKinds), files: count, bytes: count })),
  /** Files that no kind of the kiosk's own fits: all of them are counted by kind, the first ones of each listed. */
  unknown: z.strictObject({
    files: count,
    kinds: z.array(z.strictObject({ kind: z.enum(unknownFileKinds), files: count })),
    listed: z.array(
      z.strictObject({
        kind: z.enum(unknownFileKinds),
        bytes: count,
        /** The day of its last change, in the kiosk's time zone. */
        day: z.string(),
      }),
    ),
  }),
  /** Could not be read to the end. */
  unreadable: count,
  /** Entries of other accounts in the same folder, which were passed over. */
  passedOver: count,
  /** Entries of this account that were not opened: there were more than are looked into. */
  notOpened: count,
});
export type StatementPlace = z.infer<typeof place>;

const database = z.strictObject({
  file: z.enum(['vault', 'ledger']),
  /** Pages by their size, and what the file system says of the file. */
  bytes: count,
  fileBytes: count,
  pages: count,
  freePages: count,
  /** Bytes other than zero in free pages, besides SQLite's own list of them. Null: not looked at. */
  leftInFreePages: count.nullable(),
  journal: z.strictObject({ bytes: count, notZero: count }),
});

/** How the search was done. `void`: its control was not found, and what it says of files and tables is worth nothing. */
const search = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('searched'),
    files: count,
    bytes: count,
    /** Files of which only the beginning was read. */
    inPart: count,
    /**
     * Of how many applications the identifiers were searched for: of those whose row or key was here when the search began. What
     * began since is in `applications` and was not searched for.
     */
    identifiersSearched: count,
    /** Places in files outside the vault that hold one of these identifiers. Format 1: of an open application. */
    identifiersFound: count,
    /** Databases found inside other files. */
    databasesInside: count,
  }),
  z.strictObject({
    kind: z.literal('void'),
    control: z.enum([
      'file-not-planted',
      'file-not-found',
      'row-not-planted',
      'row-not-found',
      'not-removed',
    ]),
  }),
]);
export type StatementSearch = z.infer<typeof search>;

const printer = z.strictObject({
  driver: printerDriver,
  /** Empty for the built-in printer. */
  address: z.string(),
});

/** What the doctor found of this computer at its last look: verdicts alone. What was found may name a path or an account. */
const doctor = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('ran'),
    /** By the clock of the computer. */
    utc: moment,
    checks: z.array(z.strictObject({ check: z.enum(checkIds), verdict: z.enum(verdicts) })),
  }),
  /** Nobody has looked since the program started. */
  z.strictObject({ kind: z.literal('not-run') }),
  /** It was tried at that moment, and gave no answer. */
  z.strictObject({ kind: z.literal('could-not'), utc: moment }),
]);

/** How many have which step still open. */
const openSteps = z.array(z.strictObject({ step: wipeStep, wipes: count }));
export type OpenSteps = z.infer<typeof openSteps>;

/**
 * What a kiosk says under its signature that it holds: counts, kinds, states and moments; nothing of an applicant,
 * and no name of staff. It has the kiosk's name, and paths and addresses. Its canonical JSON is what is hashed and signed (docs/custody-statement.md). Nothing is ever renamed or
 * removed; a change is another format, and those of before are still read (`statement-file.ts`).
 */
export const statementSchema = z.strictObject({
  format: z.literal('counterfoil custody statement 3'),
  title: z.literal('Machine annex to a custodian’s declaration'),
  made: z.strictObject({ utc: moment, day: z.string(), clock: z.enum(['believed', 'in-doubt']) }),
  askedBy: z.strictObject({ member: memberId, role: staffRole }),
  kiosk: z.strictObject({ identifier: hex(32), name: z.string() }),
  program: z.strictObject({
    version: z.string(),
    build: z.enum(['evaluation', 'release']),
    runtime: z.enum(['evaluation', 'production']),
  }),
  policy: z.strictObject({
    id: z.string(),
    version: count,
    hash: policyHash,
    /** The ledger's last word on what is in force. Null: it has none. */
    inForce: z.strictObject({ utc: moment, sequence: count }).nullable(),
  }),
  ledger: z.strictObject({
    entries: count,
    head: sha256,
    /** SHA-256 of the public key that signs ledger and statement (SPKI, DER). */
    key: sha256,
    verdict: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('holds') }),
      z.strictObject({ kind: z.literal('broken'), sequence: count, reason: z.enum(breakReasons) }),
    ]),
    kinds: z.array(z.strictObject({ kind: z.enum(entryKindNames), entries: count })),
    /** Entries that the vault still owes it. */
    pending: count,
    checkpoints: z.strictObject({
      /** Shown on the screen, and printed only where somebody did: the ledger doesn't tell. */
      onDaySheets: count,
      /** Taken for a stick: where it took no file, the entry was there already. */
      onStick: count,
      last: z.strictObject({ utc: moment, sequence: count }).nullable(),
    }),
  }),
  search,
  tables: z.strictObject({
    vault: z.array(z.strictObject({ table: z.enum(vaultTables), rows: count })),
    ledger: z.array(z.strictObject({ table: z.enum(ledgerTables), rows: count })),
  }),
  databases: z.array(database),
  places: z.array(place),
  keys: z.strictObject({ inMemory: count, inSlots: count }),
  applications: z.array(
    z.strictObject({
      custody: z.enum([...custodyKinds, 'no-key']),
      state: z.enum(applicationStateKinds),
      applications: count,
    }),
  ),
  /** Wipes that have not ended: each is one of the three, and together they are the rows of `wipe`. */
  wipes: z.strictObject({
    /** A legal hold stopped them before the key was destroyed: by where that key is now. They are not in `applications`. */
    stopped: z.strictObject({ wipes: count, inMemory: count, inSlots: count, noKey: count, openSteps }),
    /** Key and rows are gone, and only the printer's side is open. */
    waitingForPrinter: count,
    /** All others: they failed, or go on. */
    notProven: z.strictObject({ wipes: count, openSteps }),
  }),
  holds: z.array(
    z.strictObject({
      hold: holdId,
      scope: z.enum(['all', 'tickets']),
      reason: z.enum(holdReasons),
      since: moment,
      /** The ledger's entry at which it was set. Null: the entry is pending, or was not found. */
      sequence: count.nullable(),
      /**
       * Open applications that were there when it was set; `unsealed`: those whose key it did not move to the disk then. By now a
       * later hold may have moved one, and a power cut may have taken one: `applications` and `keys` are of now.
       */
      frozen: count,
      unsealed: count,
      /** Wipes that it stops now. One on everything stops the same ones as the next. */
      stopped: z.strictObject({ wipes: count, inMemory: count }),
      intakeResumed: z.boolean(),
    }),
  ),
  settings: z.strictObject({
    custody: z.enum(custodyKinds).nullable(),
    practice: z.boolean(),
    timeZone: z.string(),
    /** How applicants use this kiosk's screen themselves. */
    residents: residentSetting,
    /** The number of the last order that was carried out; 0: none was. */
    newestOrder: count,
    /** Who suspended intake, and since when nobody new is served. Null: it is announced. */
    suspended: z.array(z.strictObject({ source: z.enum(['order', 'staff']), since: moment.nullable() })),
    /** The counter's day that is open, or none. */
    counterDay: z.string().nullable(),
    packUp: z.enum(['no', 'under-way', 'done']),
  }),
  staff: z.strictObject({ clerk: count, supervisor: count, it: count }),
  recovery: z.strictObject({
    kind: z.enum(['undecided', 'codes', 'none', 'used']),
    since: moment.nullable(),
  }),
  ribbons: z.strictObject({
    inPrinter: z.strictObject({ ribbon: ribbonId, since: moment }).nullable(),
    held: z.array(z.strictObject({ ribbon: ribbonId, removed: moment })),
  }),
  printers: z.strictObject({ card: printer, ordinary: printer.nullable() }),
  jobs: z.array(
    z.strictObject({
      printer,
      jobs: count,
      /** Nobody has proven yet that the printer's side has forgotten them. */
      open: count,
    }),
  ),
  doctor,
  /** What no program on this machine can say. */
  cannotSay: z.array(z.enum(limits)),
});
export type Statement = z.infer<typeof statementSchema>;

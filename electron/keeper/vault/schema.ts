import type { DatabaseSchema } from '../database/database-schema.ts';
import { vaultMigrations } from './migrations/vault-migrations.ts';

/**
 * The vault: open applications as ciphertext, and what the kiosk must know of itself. Columns in clear are
 * random ids, states and coarse times; what an applicant entered has no column. What staff type is in clear.
 */
export const vaultSchema: DatabaseSchema = {
  // "CfVt"
  applicationId: 0x43665674,
  version: 13,
  migrations: vaultMigrations,
  sql: `
    CREATE TABLE kiosk (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      identifier TEXT NOT NULL,
      name TEXT NOT NULL,
      -- The private key (PKCS #8) of a kiosk that an earlier version set up, until its first roll. NULL: the key that signs lies
      -- sealed in slots of its own (signing/), and never here. Empty: it is overwritten, and was not searched for yet.
      clear_key BLOB,
      -- NULL until somebody has decided it at go-live.
      custody TEXT CHECK (custody IN ('memory', 'sealed')),
      ticket_day TEXT NOT NULL,
      last_ticket INTEGER NOT NULL,
      -- The hash of the policy that the ledger was last told to be in force. Empty: none yet.
      policy TEXT NOT NULL,
      -- The programme's public key (Ed25519, 32 bytes). NULL: none is pinned, and policies need no signature.
      programme_key BLOB,
      -- The highest version of a signed policy that was in force. 0: none was.
      newest_policy INTEGER NOT NULL DEFAULT 0,
      -- Everybody who is served is invented, and nothing of them is counted.
      practice INTEGER NOT NULL DEFAULT 0 CHECK (practice IN (0, 1)),
      -- How residents use this kiosk.
      residents TEXT NOT NULL DEFAULT 'off' CHECK (residents IN ('off', 'counter', 'self-service')),
      -- Of its display, in millimeters, as somebody measured it. NULL: nobody has.
      display_width REAL,
      -- The last entry of the ledger that this kiosk's own came after, because its keys were lost, and its hash. NULL: none.
      former_entries INTEGER,
      former_head TEXT,
      -- The epoch of the key that signed when two people used recovery codes: unless a later one signs, it is lost. NULL: none.
      roll_owed INTEGER,
      -- How often applications began and ended here: never less than the mark in the ledger says.
      generation INTEGER NOT NULL DEFAULT 0,
      -- The last entry that the ledger was known to have, and its hash. 0: none.
      ledger_entries INTEGER NOT NULL DEFAULT 0,
      ledger_head TEXT,
      -- The date on which all that rested was let go before it was over: once on each. NULL: none.
      emptied_day TEXT
    ) STRICT;

    -- Languages whose legal notices a supervisor accepted although no native speaker had confirmed them: as they were in one
    -- release, under one policy.
    CREATE TABLE accepted_notice (
      language TEXT PRIMARY KEY,
      release TEXT NOT NULL,
      -- The policy's hash.
      policy TEXT NOT NULL,
      accepted_by TEXT NOT NULL,
      -- Epoch milliseconds: an act of staff.
      since INTEGER NOT NULL
    ) STRICT;

    -- The policy in force, and those that open applications began under: each finishes under its own.
    CREATE TABLE policy (
      -- SHA-256 of the file.
      hash TEXT PRIMARY KEY,
      -- The file, deflated: a resident may have a word of it for an answer, and it must not be found here.
      file BLOB NOT NULL,
      -- The signature of one that a supervisor installed. NULL: it came from the policy file, which has its own beside it.
      signature BLOB
    ) STRICT;

    -- A passphrase is kept only as what it unwraps: the device key, under a key made of the passphrase.
    CREATE TABLE staff (
      identifier TEXT PRIMARY KEY,
      name TEXT NOT NULL UNIQUE,
      role TEXT NOT NULL CHECK (role IN ('clerk', 'supervisor', 'it')),
      salt BLOB NOT NULL,
      sealed_device_key BLOB NOT NULL,
      must_change INTEGER NOT NULL CHECK (must_change IN (0, 1)),
      -- Of a supervisor who is no second person before another one has confirmed them: who gave them their passphrase.
      -- NULL: nobody has to.
      given_by TEXT
    ) STRICT;

    -- Wrong passphrases in a row, for each member; an empty identifier counts names that nobody here has,
    -- "recovery-codes" wrong recovery codes, and "hold-form" whatever is typed to set a legal hold.
    CREATE TABLE wrong_passphrases (
      member TEXT PRIMARY KEY,
      in_a_row INTEGER NOT NULL,
      -- Kiosk time (milliseconds lived) until which nobody listens: a clock that is moved changes nothing.
      wait_until INTEGER NOT NULL
    ) STRICT;

    -- What was decided about recovery codes. No row: nothing yet.
    CREATE TABLE recovery (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      decision TEXT NOT NULL CHECK (decision IN ('codes', 'none', 'used')),
      -- Epoch milliseconds: an act of staff.
      since INTEGER NOT NULL
    ) STRICT;

    -- Two while the decision is "codes", else none. They only authenticate: no key is wrapped by them.
    CREATE TABLE recovery_code (
      place INTEGER PRIMARY KEY CHECK (place IN (1, 2)),
      salt BLOB NOT NULL,
      hash BLOB NOT NULL
    ) STRICT;

    CREATE TABLE kiosk_time (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      elapsed INTEGER NOT NULL,
      boot TEXT NOT NULL,
      uptime INTEGER NOT NULL,
      wall INTEGER NOT NULL,
      -- The wall clock as the kiosk believes it: another one than "wall" only while the date is in doubt.
      reckoned INTEGER NOT NULL,
      -- How long the machine was off before this boot is not known yet: its wall clock is not believed.
      off_unknown INTEGER NOT NULL CHECK (off_unknown IN (0, 1))
    ) STRICT;

    CREATE TABLE application (
      -- By this what belongs to it refers to it: it is counted anew as applications come and go, and names nobody.
      number INTEGER PRIMARY KEY,
      -- Stands here and in few other rows (rewrite-rows.ts), so that all of its copies can be found and erased.
      id TEXT NOT NULL UNIQUE,
      ticket INTEGER NOT NULL,
      day TEXT NOT NULL,
      began INTEGER NOT NULL,
      -- Kiosk time at its beginning, to the minute.
      began_elapsed INTEGER NOT NULL,
      state TEXT NOT NULL,
      -- The hash of the policy that it began under. No reference that SQLite knows of, as with the sealed parts.
      policy TEXT NOT NULL,
      -- Its key lies in a slot on the disk: without the slot something is lost that was kept.
      key_sealed INTEGER NOT NULL DEFAULT 0 CHECK (key_sealed IN (0, 1)),
      -- The wipe that ends it. On this side, so that with this row nothing in the file names it any more.
      wipe TEXT,
      job TEXT,
      attempts INTEGER NOT NULL DEFAULT 0,
      stage TEXT,
      -- How the last print ended: what is asked of the clerk, or why there is no card.
      ending TEXT,
      -- Of this the keeper makes again, after a restart, by which its card is found.
      look_up BLOB
    ) STRICT;

    -- The sealed parts of a record, each in a row of its own: SQLite writes a changed row anew with all its pages, and
    -- a photo would be written once more with every new state.
    CREATE TABLE sealed_part (
      -- No reference that SQLite knows of: it would not let the applications be written anew.
      application INTEGER NOT NULL,
      part TEXT NOT NULL CHECK (part IN ('answers', 'photo', 'card', 'tray')),
      sealed BLOB NOT NULL,
      PRIMARY KEY (application, part)
    ) STRICT;

    -- Always empty: zeros are written and deleted here, which fills free pages and makes room for the next application
    -- and its wipe (room.ts).
    CREATE TABLE room (
      number INTEGER PRIMARY KEY,
      zeros BLOB NOT NULL
    ) STRICT;

    -- The printers that staff chose. No card printer: the built-in one. No ordinary one: papers are on the screen only.
    CREATE TABLE printer (
      role TEXT PRIMARY KEY CHECK (role IN ('card', 'ordinary')),
      settings TEXT NOT NULL
    ) STRICT;

    -- What was sent to real printers. No reference: a job on a printer outlives its application's record.
    CREATE TABLE print_job (
      name TEXT PRIMARY KEY,
      -- The application while it is open; then its wipe, or for a forgotten one a random id of nothing else.
      owner TEXT NOT NULL,
      printer TEXT NOT NULL,
      number INTEGER,
      purged TEXT CHECK (purged IN ('purged', 'not-proven')),
      -- At a printer that did not answer when another one was to print: the clerk was asked to look into it.
      left_behind INTEGER NOT NULL DEFAULT 0 CHECK (left_behind IN (0, 1))
    ) STRICT;

    CREATE TABLE made_of_applicant (
      number INTEGER PRIMARY KEY,
      application INTEGER NOT NULL,
      sealed BLOB NOT NULL
    ) STRICT;

    -- By their random ids, and written anew with every change: those that wait for a printer are in no order.
    CREATE TABLE wipe (
      id TEXT PRIMARY KEY,
      outcome TEXT NOT NULL,
      custody TEXT NOT NULL CHECK (custody IN ('memory', 'sealed')),
      -- What the last card was printed on.
      driver TEXT NOT NULL CHECK (driver IN ('virtual', 'ipp', 'os')),
      -- What the ledger is told of how it ended, besides the outcome: of a closed list, as for "issued-again".
      counted TEXT NOT NULL DEFAULT 'null',
      day TEXT NOT NULL,
      done TEXT NOT NULL,
      search TEXT NOT NULL,
      spool TEXT NOT NULL,
      selections TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Cards that may lie in the tray although their application is gone, until somebody has looked.
    CREATE TABLE tray_check (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      cause TEXT NOT NULL CHECK (cause IN ('keeper-ended', 'power-lost', 'expired', 'called-off', 'late-card')),
      applications INTEGER NOT NULL,
      cards INTEGER NOT NULL
    ) STRICT;

    -- Entries that the ledger, a file of its own, does not have yet: written in one transaction with the act.
    CREATE TABLE owed (
      number INTEGER PRIMARY KEY,
      entry BLOB NOT NULL,
      -- The sequence it has or will have in the ledger: tells a restart whether it is there. NULL where
      -- the ledger was not opened yet.
      ledger_from INTEGER,
      -- The kiosk's, over the entry: who works here, and that a hold ended, a start believes under it alone. NULL where the key was
      -- not in memory.
      signature BLOB CHECK (length(signature) = 64)
    ) STRICT;

    -- Entries about applicants, which go to the ledger together with others: alike, or of one day. In no order, and written anew
    -- with each that comes, so that the places of rows tell no order either.
    CREATE TABLE resting (
      -- Random.
      number INTEGER PRIMARY KEY,
      entry BLOB NOT NULL,
      -- The day on which it came: it goes when that is over. An erasure that ends late has another day than this.
      came TEXT NOT NULL
    ) STRICT;

    CREATE TABLE hold (
      identifier TEXT PRIMARY KEY,
      scope TEXT NOT NULL CHECK (scope IN ('all', 'tickets')),
      reason TEXT NOT NULL,
      since INTEGER NOT NULL,
      set_by TEXT NOT NULL,
      -- Counsel's reference, once intake was resumed under this hold.
      reference TEXT
    ) STRICT;

    -- What a hold froze when it was set. A hold on everything also keeps what begins later, but lets it be filled in.
    CREATE TABLE held (
      hold TEXT NOT NULL REFERENCES hold (identifier) ON DELETE CASCADE,
      application TEXT NOT NULL,
      sealed INTEGER NOT NULL CHECK (sealed IN (0, 1)),
      PRIMARY KEY (hold, application)
    ) STRICT;

    -- Suspensions of intake, in force or announced: what a supervisor decided here, and what an order of the programme says.
    CREATE TABLE suspension (
      source TEXT PRIMARY KEY CHECK (source IN ('staff', 'order')),
      set_by TEXT NOT NULL,
      -- When it was decided, or the order carried out: it is told from another one by that.
      decided INTEGER NOT NULL,
      -- The order's number.
      serial INTEGER,
      open TEXT NOT NULL CHECK (open IN ('finish', 'wipe')),
      -- By language, as deflated JSON: a resident may have a word of it for an answer, and it must not be found here.
      notice BLOB NOT NULL,
      -- Since when nobody new is served. NULL: it is only announced. Epoch milliseconds, as all moments here.
      since INTEGER,
      -- When it takes effect, and the kiosk time of that moment. NULL: it has.
      begins INTEGER,
      begins_elapsed INTEGER,
      -- When it ends. NULL: when somebody ends it.
      ends INTEGER,
      ends_elapsed INTEGER
    ) STRICT;

    -- The number of the newest order that was carried out here. No row: none was.
    CREATE TABLE newest_order (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      serial INTEGER NOT NULL
    ) STRICT;

    -- Productions of the ledger whose file is not known to be whole, until a supervisor has read that. It names a file, and
    -- nobody: neither an application nor its ticket.
    CREATE TABLE unfinished_production (
      -- SHA-256 of the encrypted file, as its entry in the ledger has it.
      package TEXT PRIMARY KEY,
      file TEXT NOT NULL,
      -- Epoch milliseconds: an act of staff.
      utc INTEGER NOT NULL,
      -- A second entry says that the file is not known to be whole.
      told INTEGER NOT NULL DEFAULT 0 CHECK (told IN (0, 1))
    ) STRICT;

    -- A ribbon stays here until two people have destroyed it: a used one shows every card that was made with it.
    CREATE TABLE ribbon (
      identifier TEXT PRIMARY KEY,
      fitted INTEGER NOT NULL,
      -- NULL while it is in the printer.
      removed INTEGER
    ) STRICT;

    -- The counter's day while it is open: counts of things of the office.
    CREATE TABLE counter_day (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      opened INTEGER NOT NULL,
      day TEXT NOT NULL,
      -- The sequence of its entry in the ledger: what comes after it is counted for this day.
      ledger_entry INTEGER NOT NULL,
      blanks INTEGER NOT NULL,
      added INTEGER NOT NULL DEFAULT 0,
      test_cards INTEGER NOT NULL DEFAULT 0,
      -- Cards that were made before, and that the ledger had not counted yet.
      waiting TEXT NOT NULL,
      -- Counts of entries about applicants that rested then: they came before it.
      resting TEXT NOT NULL
    ) STRICT;

    -- The kiosk is packed up, or on the way there. No row: it serves.
    CREATE TABLE pack_up (
      only_one INTEGER PRIMARY KEY CHECK (only_one = 1),
      by TEXT NOT NULL,
      ended INTEGER NOT NULL DEFAULT 0,
      done INTEGER NOT NULL DEFAULT 0 CHECK (done IN (0, 1))
    ) STRICT;

    -- What did not fit between vault, ledger and slots at a start, until two supervisors let the kiosk go on.
    CREATE TABLE misfit (
      kind TEXT PRIMARY KEY,
      -- Epoch milliseconds: when a start noticed it.
      since INTEGER NOT NULL,
      what TEXT NOT NULL
    ) STRICT;

    CREATE UNIQUE INDEX one_ribbon_in_the_printer ON ribbon (removed IS NULL) WHERE removed IS NULL;
  `,
};

import type { Protection } from './protection.ts';

const DISK = 'tests/hostile/disk-of-a-day.test.ts';
const FREE_PAGES = 'electron/keeper/vault/zeroed-free-pages.test.ts';
const FILE_TIMES = 'electron/keeper/data-folder/file-times.test.ts';
const SESSIONS = 'electron/keeper/sessions/recorded-sessions.test.ts';
const DEFECTS = 'electron/lib/defects/report-defect.test.ts';
const TOLD_DEFECTS = 'electron/keeper/sessions/told-defects.test.ts';
const CORE_SERVER = 'electron/keeper/start/core-server.test.ts';
const PRINTING = 'electron/print/os/print-through-electron.test.ts';

const OWN_NUMBER = 'an erasure has a number of its own, which does not follow from that of its application';
const JOB_OF_NOBODY = 'nor after a power outage, where it is the job of somebody who was forgotten';
const NOTHING_AFTER_A_RECEIPT = ['memory', 'sealed'].map(
  (custody) =>
    `a thief who takes the disk when a receipt was just given finds neither erasure nor application, nor what a row of one says, where keys are kept ${custody}`,
);
const RECORD =
  'a record says neither when a session began nor when it was written, and one of an earlier version is still believed';
const ONE_SENTENCE =
  'what a process that knows a person says of a defect > is one sentence of a closed list, whatever the error is made of';

const LEADS_NOWHERE =
  'what a session writes leads nowhere, and a defect that it tells is a sentence of the closed list';
const CUT_OFF = ['a defect in words of its own', 'a defect of another program'].map(
  (what) => `the keeper’s socket > ends a connection that sends ${what}, and no call is made`,
);
const ONCE =
  'what a process that knows a person says of a defect > is each sentence once and four at most, however often somebody tells it over a line';
const ONE_TOLD =
  'the keeper’s socket > writes of a defect that a core tells: one sentence, and nothing of its own';
/** Each has the Electron that prints say where its standard error leads. */
const PRINTED = [
  ...[
    'hands the card over leaves a doubt',
    'hands the card over and stays leaves a doubt',
    'fails leaves a doubt',
    'has a defect leaves a doubt',
    'crashes leaves a doubt',
    'talks nonsense leaves a doubt',
    'finds no queue after all leaves a doubt',
    'never answers is ended when its time is over: a doubt',
    'never answers is ended when somebody stops the card: a doubt',
  ].map((what) => `an Electron process that has the card and > ${what}`),
  ...[
    'finds no queue makes none',
    'crashes at once makes none',
    'is never ready is ended by the time, and gets none',
    'is never ready is ended by the stop, and gets none',
  ].map((what) => `an Electron process that has no card yet and > ${what}`),
];

/** What leaves nothing by which an ended application could be told again. */
export const protectionsOfTraces: readonly Protection[] = [
  {
    name: 'wipe-of-its-own-number',
    what: 'An erasure has a number of its own, which does not follow from the application’s.',
    source: {
      file: 'electron/keeper/vault/wipe-rows.ts',
      find: "wipeId.parse(randomBytes(16).toString('hex'))",
      replace: "wipeId.parse([...application].reverse().join(''))",
    },
    failing: { [DISK]: [OWN_NUMBER] },
  },
  {
    name: 'job-of-its-erasure',
    what: 'A job at a printer is its erasure’s from the beginning of that on, and names the application no more.',
    source: {
      file: 'electron/keeper/endings/begin-wipe.ts',
      find: 'jobRows.passOn(application, vault.beginWipe(application, began, { custody, driver, counted, day }));',
      replace: 'vault.beginWipe(application, began, { custody, driver, counted, day });',
    },
    failing: {
      [DISK]: ['a thief who takes the disk while a printer is off finds its job, and not whose it was'],
    },
  },
  {
    name: 'job-of-nobody',
    what: 'A job of an application that was forgotten is told apart from others by a random number.',
    source: {
      file: 'electron/keeper/endings/forget.ts',
      find: '      jobRows.disown(id);\n',
      replace: '',
    },
    failing: {
      [DISK]: [JOB_OF_NOBODY],
    },
  },
  {
    name: 'erasures-in-no-order',
    what: 'With each change of an erasure all of them are written anew, by their random numbers: no page has them in order.',
    source: {
      file: 'electron/keeper/vault/wipe-rows.ts',
      find: "const inNoOrder = (): void => rewriteRows(database, ['wipe']);",
      replace: 'const inNoOrder = (): void => void rewriteRows;',
    },
    failing: {
      'electron/keeper/vault/wipe-rows.test.ts': [
        'erasures that wait for a printer are in no order, neither by their rows nor by where a page has them',
      ],
    },
  },
  {
    name: 'rows-written-anew',
    what: 'Where an application goes, tables with ids are written anew: no copy is left in a page that others use.',
    source: {
      file: 'electron/keeper/vault/vault.ts',
      find: "rewriteRows(database, ['application', 'print_job', 'held']);",
      replace: '',
    },
    failing: {
      'electron/keeper/vault/rows-that-name.test.ts': [
        'where one goes, the rows of every table that has ids are written anew',
      ],
    },
  },
  {
    name: 'journal-overwritten',
    what: 'Once somebody’s application has ended, what the last transactions left in the journal is overwritten.',
    source: {
      file: 'electron/keeper/vault/traces.ts',
      find: "attempt('journal', () => vault.eraseJournal())",
      replace: "attempt('journal', () => undefined)",
    },
    failing: { [DISK]: [...NOTHING_AFTER_A_RECEIPT, JOB_OF_NOBODY] },
  },
  {
    name: 'journal-read-to-its-end',
    what: 'At a start the journal is overwritten to its end, also behind zeros that an earlier keeper left.',
    source: {
      file: 'electron/keeper/database/erase-journal.ts',
      find: "let known: WhatIsKnown = 'nothing';",
      replace: "let known: WhatIsKnown = 'zeros-behind';",
    },
    failing: {
      'electron/keeper/database/erase-journal.test.ts': [
        'erasing a journal > reads on to the end where an erasure before it failed half-way, and at the first of a start',
      ],
    },
  },
  {
    name: 'free-pages-overwritten',
    what: 'At each start free pages are overwritten, whatever a crash has left in them.',
    source: {
      file: 'electron/keeper/vault/zeroed-free-pages.ts',
      find: '  fill(database, Math.max(ROOM_PAGES, freePages(database)));',
      replace: '  freePages(database);',
    },
    failing: {
      [FREE_PAGES]: [
        'free pages > hold zeros after a start, whatever was left in them (1000 times)',
        'free pages > hold zeros after a start, whatever was left in them (300000 times)',
      ],
    },
  },
  {
    name: 'no-moment-in-file-times',
    what: 'Files that are written for applicants have one time: the beginning of the day.',
    source: {
      file: 'electron/keeper/data-folder/file-times.ts',
      find: 'if (isToBeSet(lstatSync(path))) lutimesSync(path, seconds, seconds);',
      replace: 'void [isToBeSet, lutimesSync];',
    },
    failing: {
      [FILE_TIMES]: [
        'what a kiosk writes for applicants, and its folder, have the one time; what a link points to keeps its own',
        'where only what was written is asked for, no other file is touched',
      ],
    },
  },
  {
    name: 'no-moment-in-kiosk-time',
    what: 'The hour in which an application was open is written to its end, so that no row tells the minute of the last ending.',
    source: {
      file: 'electron/keeper/expiry/kiosk-time.ts',
      find: 'hour === timedHour',
      replace: 'isTimed',
    },
    failing: {
      'electron/keeper/expiry/kiosk-time.test.ts': [
        'what is written > does not tell when something last went by it: that hour is written to its end, and then only full hours are',
      ],
    },
  },
  {
    name: 'no-moment-in-the-record-of-sessions',
    what: 'The record of sessions does not say when one began, which is when the person before it left.',
    source: {
      file: 'electron/keeper/sessions/recorded-sessions.ts',
      find: '(ticks === null ? null : ticks % TICKS_TOLD)',
      replace: '(TICKS_TOLD > 0 ? ticks : null)',
    },
    failing: { [SESSIONS]: [RECORD] },
  },
  {
    name: 'closed-list-of-defects',
    what: 'A process that knows a person says of a defect one sentence of a closed list.',
    source: {
      file: 'electron/lib/defects/report-defect.ts',
      find: 'error: kindOf(error),',
      replace: 'error: String(error),',
    },
    failing: { [DEFECTS]: [ONE_SENTENCE] },
  },
  {
    name: 'closed-list-of-kinds',
    what: 'An error whose name is not known has none: it may be made of what somebody typed.',
    source: {
      file: 'electron/lib/defects/report-defect.ts',
      find: "?? 'another error';",
      replace: '?? error.name;',
    },
    failing: { [DEFECTS]: [ONE_SENTENCE] },
  },
  {
    name: 'defects-told-by-the-closed-list',
    what: 'Whoever is told of a defect writes no word that is not of the closed list.',
    source: {
      file: 'shared/contract/defects/defect.ts',
      find: 'place: z.enum(places),',
      replace: 'place: z.string(),',
    },
    failing: { [TOLD_DEFECTS]: [LEADS_NOWHERE], [CORE_SERVER]: CUT_OFF },
  },
  {
    name: 'few-defects-told',
    what: 'Whoever took a process over writes no letters of its own choice in sentences of the list.',
    source: {
      file: 'electron/lib/defects/report-defect.ts',
      find: 'if (written.has(words) || written.size >= MOST_TOLD) return;',
      replace: 'void MOST_TOLD;',
    },
    failing: { [DEFECTS]: [ONCE], [CORE_SERVER]: [ONE_TOLD] },
  },
  {
    name: 'no-standard-error-of-sessions',
    what: 'What the Electron of a session writes to its standard error leads nowhere.',
    source: {
      file: 'electron/keeper/sessions/session.ts',
      find: "stdio: ['ignore', 'ignore', 'ignore', 'ipc'],",
      replace: "stdio: ['ignore', 'ignore', 'inherit', 'ipc'],",
    },
    failing: { [TOLD_DEFECTS]: [LEADS_NOWHERE] },
  },
  {
    name: 'no-standard-error-of-the-printing-process',
    what: 'What the Electron that prints writes to its standard error leads nowhere.',
    source: {
      file: 'electron/print/os/print-through-electron.ts',
      find: "stdio: ['ignore', 'ignore', 'ignore', 'ipc'],",
      replace: "stdio: ['ignore', 'ignore', 'inherit', 'ipc'],",
    },
    failing: { [PRINTING]: PRINTED },
  },
];

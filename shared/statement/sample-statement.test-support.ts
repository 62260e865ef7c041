import { wipeSteps } from '../contract/application/wipe-steps.ts';
import { holdId, memberId, policyHash, ribbonId } from '../contract/ids.ts';
import { type CheckId, checkIds } from '../doctor/check-id.ts';
import type { Verdict } from '../doctor/finding.ts';
import { fileKinds, ledgerTables, placeNames, unknownFileKinds, vaultTables } from './inventory.ts';
import { limits } from './limits.ts';
import { statementOnPaper } from './on-paper.ts';
import type { Statement, StatementPlace } from './statement.ts';

const utc = Date.UTC(2026, 10, 28, 18, 30, 5);

function place(name: StatementPlace['place'], change: Partial<StatementPlace> = {}): StatementPlace {
  return {
    place: name,
    path: `/kiosk/${name}`,
    look: 'searched',
    known: [],
    unknown: { files: 0, kinds: [], listed: [] },
    unreadable: 0,
    passedOver: 0,
    notOpened: 0,
    ...change,
  };
}

/** All other checks are in order. */
const NOT_PASSED: Readonly<Partial<Record<CheckId, Verdict>>> = {
  swap: 'fail',
  flash: 'warn',
  tpm: 'not-run',
};

/** A statement of an invented kiosk in which everything that a statement can say is said at least once. */
export const SAMPLE_STATEMENT: Statement = {
  format: 'counterfoil custody statement 3',
  title: 'Machine annex to a custodian’s declaration',
  made: { utc, day: '2026-11-28', clock: 'in-doubt' },
  askedBy: { member: memberId.parse('0f0e0d0c0b0a09080706050403020100'), role: 'supervisor' },
  kiosk: { identifier: '0f1e2d3c4b5a69788796a5b4c3d2e1f0', name: 'Counter 3' },
  program: { version: '0.1.0', build: 'evaluation', runtime: 'evaluation' },
  policy: {
    id: 'harbor-city',
    version: 1,
    hash: policyHash.parse('ba'.repeat(32)),
    inForce: { utc: utc - 86_400_000, sequence: 3 },
  },
  ledger: {
    entries: 812,
    head: '5f'.repeat(32),
    key: 'de'.repeat(32),
    verdict: { kind: 'holds' },
    kinds: [
      { kind: 'opened', entries: 1 },
      { kind: 'wiped', entries: 42 },
      { kind: 'checkpoint-taken', entries: 4 },
    ],
    pending: 0,
    checkpoints: { onDaySheets: 3, onStick: 1, last: { utc: utc - 3_600_000, sequence: 790 } },
  },
  search: {
    kind: 'searched',
    files: 34,
    bytes: 1_712_128,
    inPart: 3,
    identifiersSearched: 8,
    identifiersFound: 0,
    databasesInside: 0,
  },
  tables: {
    vault: vaultTables.map((table) => ({ table, rows: table === 'application' ? 1 : 0 })),
    ledger: ledgerTables.map((table) => ({ table, rows: table === 'entries' ? 812 : 1 })),
  },
  databases: [
    {
      ...{
        file: 'vault',
        bytes: 4_194_304,
        fileBytes: 4_194_304,
        pages: 1_024,
        freePages: 640,
        leftInFreePages: 0,
      },
      journal: { bytes: 524_288, notZero: 0 },
    },
    {
      ...{
        file: 'ledger',
        bytes: 262_144,
        fileBytes: 266_240,
        pages: 64,
        freePages: 1,
        leftInFreePages: null,
      },
      journal: { bytes: 16_384, notZero: 4_096 },
    },
  ],
  places: [
    place('data', {
      look: 'in-part',
      known: fileKinds.map((kind) => ({ kind, files: 1, bytes: 4_096 })),
      unknown: {
        files: 60,
        kinds: unknownFileKinds.map((kind, at) => ({ kind, files: at === 0 ? 45 : 1 })),
        listed: unknownFileKinds.map((kind) => ({ kind, bytes: 1, day: '2026-11-20' })),
      },
      unreadable: 1,
      passedOver: 1,
    }),
    place('volatile'),
    place('exports', { path: null, look: 'none' }),
    place('spool', { look: 'not-searched' }),
    place('print-cache', { look: 'not-there' }),
    place('temporary', { look: 'in-part', passedOver: 7, notOpened: 12 }),
    ...placeNames
      .filter((name) => name === 'shared-memory' || name === 'card-files')
      .map((name) => place(name)),
  ],
  keys: { inMemory: 1, inSlots: 2 },
  applications: [
    { custody: 'memory', state: 'draft', applications: 1 },
    { custody: 'sealed', state: 'printed', applications: 2 },
    { custody: 'no-key', state: 'ready', applications: 1 },
  ],
  wipes: {
    stopped: {
      ...{ wipes: 4, inMemory: 1, inSlots: 2, noKey: 1 },
      openSteps: [{ step: 'key-destroyed', wipes: 4 }],
    },
    waitingForPrinter: 2,
    notProven: { wipes: 1, openSteps: wipeSteps.map((step) => ({ step, wipes: 1 })) },
  },
  holds: [
    {
      ...{ hold: holdId.parse('ab'.repeat(16)), scope: 'all', reason: 'subpoena', since: utc - 7_200_000 },
      ...{ sequence: 780, frozen: 3, unsealed: 1, intakeResumed: true },
      stopped: { wipes: 4, inMemory: 1 },
    },
    {
      ...{
        hold: holdId.parse('cd'.repeat(16)),
        scope: 'tickets',
        reason: 'court-order',
        since: utc - 60_000,
      },
      ...{ sequence: null, frozen: 1, unsealed: 0, intakeResumed: false },
      stopped: { wipes: 0, inMemory: 0 },
    },
  ],
  settings: {
    ...{ custody: 'memory', practice: false, timeZone: 'America/Chicago' },
    ...{ residents: 'self-service', newestOrder: 6 },
    suspended: [
      { source: 'order', since: utc - 3_600_000 },
      { source: 'staff', since: null },
    ],
    ...{ counterDay: '2026-11-28', packUp: 'under-way' },
  },
  staff: { clerk: 4, supervisor: 2, it: 1 },
  recovery: { kind: 'codes', since: utc - 86_400_000 },
  ribbons: {
    inPrinter: { ribbon: ribbonId.parse('11'.repeat(16)), since: utc - 86_400_000 },
    held: [{ ribbon: ribbonId.parse('22'.repeat(16)), removed: utc - 43_200_000 }],
  },
  printers: {
    card: { driver: 'ipp', address: 'ipp://192.0.2.7/ipp/print' },
    ordinary: { driver: 'ipp', address: 'ipp://192.0.2.8/ipp/print' },
  },
  jobs: [{ printer: { driver: 'ipp', address: 'ipp://192.0.2.7/ipp/print' }, jobs: 2, open: 1 }],
  doctor: {
    kind: 'ran',
    utc: utc - 7_200_000,
    checks: checkIds.map((check) => ({ check, verdict: NOT_PASSED[check] ?? 'pass' })),
  },
  cannotSay: [...limits],
};

/** The same, with the least that there is to say. */
export const SMALLEST_STATEMENT: Statement = {
  ...SAMPLE_STATEMENT,
  made: { ...SAMPLE_STATEMENT.made, clock: 'believed' },
  policy: { ...SAMPLE_STATEMENT.policy, inForce: null },
  ledger: {
    ...SAMPLE_STATEMENT.ledger,
    verdict: { kind: 'broken', sequence: 7, reason: 'changed' },
    checkpoints: { onDaySheets: 0, onStick: 0, last: null },
  },
  search: { kind: 'void', control: 'file-not-found' },
  places: [place('data')],
  applications: [],
  wipes: {
    stopped: { wipes: 0, inMemory: 0, inSlots: 0, noKey: 0, openSteps: [] },
    waitingForPrinter: 0,
    notProven: { wipes: 0, openSteps: [] },
  },
  holds: [],
  settings: {
    ...{ custody: null, practice: false, timeZone: 'UTC', residents: 'off', newestOrder: 0 },
    ...{ suspended: [], counterDay: null, packUp: 'no' },
  },
  recovery: { kind: 'undecided', since: null },
  ribbons: { inPrinter: null, held: [] },
  printers: { card: { driver: 'virtual', address: '' }, ordinary: null },
  jobs: [],
  doctor: { kind: 'not-run' },
};

/** As long as a code is, and with every character that one may have. */
export const SAMPLE_CODE = Array.from({ length: 58 }, (_, at) =>
  '0123456789ABCDEFGHJKMNPQRSTVWXYZ'.slice(at % 8, (at % 8) + 4),
).join(' ');

export const SAMPLE_STATEMENT_PAPER = statementOnPaper(SAMPLE_STATEMENT, {
  digest: 'c0ffee42'.repeat(8),
  code: SAMPLE_CODE,
});

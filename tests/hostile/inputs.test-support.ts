import fc from 'fast-check';
import type { z } from 'zod';
import { drawnPhoto } from '../../electron/lib/drawing/photo.test-support.ts';
import { inputNames } from '../../shared/application/fields.ts';
import { spoilReasons } from '../../shared/application/lifecycle.ts';
import { printOccasions } from '../../shared/application/queue-card.ts';
import { feeSettlements, routes } from '../../shared/application/route.ts';
import { recipient } from '../../shared/contract/command/production.ts';
import { custodyKinds } from '../../shared/contract/custody.ts';
import type { CallDeclarations } from '../../shared/contract/declare.ts';
import { holdId, orderHash, policyHash, ribbonId, ticket } from '../../shared/contract/ids.ts';
import type { keeperCalls } from '../../shared/contract/keeper.ts';
import { residentLook, residentSetting } from '../../shared/contract/residents/resident-acts.ts';
import type { screenCalls } from '../../shared/contract/screen.ts';
import { approvableActs } from '../../shared/contract/staff/approved-act.ts';
import { staffRoles } from '../../shared/contract/status.ts';
import type { supervisionCalls } from '../../shared/contract/supervision.ts';
import { textSizes } from '../../shared/contract/text-size.ts';
import { checkIds } from '../../shared/doctor/check-id.ts';
import { entryKindNames } from '../../shared/ledger/entries.ts';
import {
  blanksDifferences,
  drawerDifferences,
  holdReasons,
  misfitKinds,
  misfitReasons,
  openWhenSuspended,
  searchReasons,
  wipeCloseReasons,
} from '../../shared/ledger/reasons.ts';
import { OLD_CARD_DESTROYED, OLD_CARD_TAKEN_IN } from '../../shared/programme/documents/shown-documents.ts';
import { DOUBLE_STRIKES, REPEAT_DELAYS, switchInterfaces } from '../../shared/residents/hands.ts';
import { residentLanguages } from '../../shared/residents/language.ts';
import { unreachable } from '../../shared/result.ts';
import { createRecoveryCode } from '../../shared/staff/recovery-code.ts';

/** What an input may refer to: what is there at this moment. */
export interface Known {
  readonly tickets: readonly number[];
  readonly members: readonly string[];
  readonly holds: readonly string[];
  readonly ribbons: readonly string[];
  readonly staff: readonly { readonly name: string; readonly passphrase: string }[];
}

/** One arbitrary of valid inputs for each declared call: a call that is new does not compile without its own. */
export type InputsOf<Calls extends CallDeclarations> = {
  readonly [Name in keyof Calls]: (known: Known) => fc.Arbitrary<z.input<Calls[Name]['input']>>;
};

/** Words of an invented applicant: wherever they turn up outside of the applicant's own screen, something escaped. */
export const APPLICANT = {
  name: 'Zephyrina Vandersloot',
  chosenName: 'Quillobertina',
  emergencyName: 'Hesperus Quadling',
  emergencyPhone: '+1 555 018 7443',
} as const;

/** Stands in every string of nonsense: no refusal and no log may repeat what was sent. */
export const ECHO_SEEN = 'Q7nonsenseQ7';
/** As it is sent: with a control character, so that no call can take it for a text that staff may write. */
export const ECHO = `${ECHO_SEEN}\u0001`;

/** A recipient’s key whose secret half nobody has kept. */
export const RECIPIENT = 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj';

/** Passphrases and names that a new member may get, all strong. */
const NEWCOMERS = ['Peregrine Oddfellow', 'Lavinia Thistlewood'];
const NEW_PASSPHRASES = ['walnut harpoon tundra fiddle', 'quarry bonnet saffron lemur'];

const from = <Value>(values: readonly Value[]): fc.Arbitrary<Value> => fc.constantFrom(...values);
const dayOfEntry = fc.record({
  year: fc.integer({ min: 1970, max: 9999 }),
  month: fc.integer({ min: 1, max: 12 }),
  day: fc.integer({ min: 1, max: 28 }),
});
const nothing = () => fc.constant({});
const hex = (length: number): fc.Arbitrary<string> =>
  fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: length, maxLength: length });
const oneOf = (known: readonly string[]) =>
  fc.oneof(hex(32), from(known.length === 0 ? ['0'.repeat(32)] : known));
const ticketOf = ({ tickets }: Known) =>
  fc.oneof(fc.integer({ min: 1, max: 99_999 }), from(tickets.length === 0 ? [1] : tickets));
const typedAnswer = fc.oneof(
  from(Object.values(APPLICANT)),
  from(['', '14', '3', '1991', '\ud800', '\u202e', 'é'.repeat(250)]),
);
const characters = fc.oneof(
  from(['', '2222', 'K7Q2 9MXT 6J', ...Object.values(APPLICANT)]),
  fc.string({ maxLength: 64 }),
);
const credentials = ({ staff }: Known) =>
  fc.tuple(from(staff), from(staff), fc.boolean()).map(([one, other, right]) => ({
    name: one.name,
    passphrase: right ? one.passphrase : other.passphrase,
  }));
const newcomer = fc.record({ name: from(NEWCOMERS), passphrase: from(NEW_PASSPHRASES) });

const recoveryCodePlace = from([1, 2] as const);
/** Right as far as its check character tells, and none at all. */
const recoveryCode = fc.oneof(
  fc.uint8Array({ minLength: 20, maxLength: 20 }).map((given) => createRecoveryCode(() => given)),
  from(['', '\ud800', 'x'.repeat(200), ...Object.values(APPLICANT)]),
);

/** What a page may send to paper, and what it may not. */
const line = fc.oneof(
  from(Object.values(APPLICANT)),
  from(['Card handed over.', '', 'x'.repeat(400), 'x'.repeat(401), 'two\nlines', '\u202ereversed', '\ud800']),
);
const lines = fc.array(line, { maxLength: 10 });
const receipt = fc.record({
  kind: fc.constant('receipt' as const),
  direction: from(['ltr' as const, 'rtl' as const]),
  stub: fc.record({ label: line, lines }),
  heading: line,
  lines,
  notProven: fc.option(fc.record({ label: line, lines })),
  code: fc.option(fc.record({ label: line, text: from(['04XG 7R1K', '0'.repeat(300), '']), says: line })),
});

/** Blank cards, as a hand may type them and as none can be. */
const blanks = fc.oneof(fc.integer({ min: 0, max: 600 }), fc.integer(), fc.double());

const statisticsPaper = fc.record({
  kind: fc.constant('statistics' as const),
  heading: line,
  lines,
  tables: fc.array(fc.record({ label: line, columns: lines, rows: fc.array(lines, { maxLength: 16 }) }), {
    maxLength: 3,
  }),
});

const recipientKey = fc.oneof(
  from([RECIPIENT, '', 'age1', `AGE-SECRET-KEY-1${'Q'.repeat(58)}`, 'ssh-ed25519 AAAA', 'x'.repeat(10_000)]),
  from(Object.values(APPLICANT)),
  fc.string({ maxLength: 100 }),
);

const denialReasons = fc.array(
  from(['identity-not-proven', 'residency-not-proven', 'too-young', 'none-such', APPLICANT.name]),
  { maxLength: 3 },
);

/** Nothing that prints: nobody listens at the addresses that are any, and no name is ever looked up. */
const address = fc.oneof(
  from([
    'ipp://127.0.0.1:9/x',
    'ipps://127.0.0.1:9/ipp/print',
    'ipp://[::1]:9/x',
    'ipp://localhost:9/printers/x',
    'ipp://127.0.0.1:9/../%00',
  ]),
  from(['', '\ud800', 'ipp://', 'ipp://printer.invalid/x', 'http://127.0.0.1:9/', 'file:///dev/null']),
  from(['ipp://127.0.0.1:0/x', 'ipp://127.0.0.1:99999/x', `ipp://127.0.0.1:9/${'x'.repeat(490)}`]),
  from(Object.values(APPLICANT)),
  fc.string({ maxLength: 512 }),
);

const language = from(residentLanguages);
const look = fc.record({
  textSize: from(residentLook.shape.textSize.options),
  theme: from(residentLook.shape.theme.options),
  keyFilter: fc.record({ repeatDelay: from(REPEAT_DELAYS), doubleStrike: from(DOUBLE_STRIKES) }),
  switchKeys: from([null, ...switchInterfaces]),
});

const NOTICE = { en: 'Not today.', es: 'Hoy no.' };
/** At once, in an hour, or a moment that is over. */
const momentToCome = from([null, Date.now() + 3_600_000, 1]);

const supervision: InputsOf<typeof supervisionCalls> = {
  setUp: () =>
    newcomer.map((clerk) => ({
      kioskName: 'Counter 5',
      supervisor: { name: 'Leopold Sandgrove', passphrase: 'magnet turnip gazelle ribbon' },
      secondSupervisor: { name: 'Ulrica Pennyworth', passphrase: 'saddle copper meadow lantern' },
      clerk,
    })),
  signIn: credentials,
  signOut: nothing,
  lock: nothing,
  setTextSize: () => fc.record({ textSize: from(textSizes) }),
  reportActivity: nothing,
  changePassphrase: ({ staff }) =>
    fc.record({
      present: from(staff.map(({ passphrase }) => passphrase)),
      next: from([...NEW_PASSPHRASES, 'weak']),
    }),
  approve: (known) =>
    fc
      .tuple(credentials(known), from(approvableActs), denialReasons, hex(64), oneOf(known.holds))
      .map(([who, act, reasons, hash, hold]) => {
        switch (act) {
          case 'decideCustody':
            return { ...who, act, custody: 'memory' as const, inSpiteOf: [] };
          case 'deny':
            return { ...who, act, reasons };
          case 'setHold':
            return { ...who, act, reason: 'subpoena' as const, tickets: null };
          case 'liftHold':
            return { ...who, act, hold: holdId.parse(hold) };
          case 'resumeIntake':
            return { ...who, act, hold: holdId.parse(hold), reference: 'Docket 12-345' };
          case 'installOlderPolicy':
            return { ...who, act, policy: policyHash.parse(hash) };
          case 'suspendIntake':
            return { ...who, act, takesEffect: null, open: 'finish' as const, notice: NOTICE };
          case 'endSuspension':
            return { ...who, act, at: null, decided: 1 };
          case 'produceRecord':
            return { ...who, act, ticket: ticket.parse(1), recipient: recipient.parse(RECIPIENT) };
          case 'searchRecords':
            return { ...who, act, digest: hash, reason: 'subpoena' as const };
          case 'confirmDate':
            return { ...who, act, shown: { year: 2026, month: 11, day: 24 } };
          case 'closeWipe':
            return { ...who, act, reason: 'found-to-be-nothing' as const };
          case 'acceptMisfit':
            return { ...who, act, misfits: ['holds' as const], reason: 'not-explained' as const };
          case 'takeCheckpoint':
            return { ...who, act, way: 'stick' as const };
          case 'exportLedger':
            return { ...who, act, format: 'csv' as const };
          case 'destroyRibbon':
            return { ...who, act, ribbon: ribbonId.parse(hold) };
          case 'drawSecondRecoveryCode':
          case 'declineRecoveryCodes':
            return { ...who, act };
          default:
            return unreachable(act);
        }
      }),
  withdrawApproval: nothing,
  members: nothing,
  addMember: () => fc.tuple(newcomer, from(staffRoles)).map(([who, role]) => ({ ...who, role })),
  removeMember: ({ members }) => fc.record({ member: oneOf(members) }),
  resetPassphrase: ({ members }) => fc.record({ member: oneOf(members), passphrase: from(NEW_PASSPHRASES) }),
  confirmSupervisor: (known) =>
    fc.tuple(credentials(known), oneOf(known.members)).map(([who, member]) => ({ ...who, member })),
  letInAgain: ({ members }) => fc.record({ member: oneOf(members) }),
  declineRecoveryCodes: nothing,
  drawFirstRecoveryCode: nothing,
  drawSecondRecoveryCode: nothing,
  confirmRecoveryCode: () => fc.record({ place: recoveryCodePlace, typed: recoveryCode }),
  recoverStaff: () =>
    fc.tuple(newcomer, newcomer, recoveryCode, recoveryCode).map(([one, other, ofOne, ofOther]) => ({
      first: { ...one, code: ofOne },
      second: { ...other, code: ofOther },
    })),
  decideCustody: () =>
    fc.record({ custody: from(custodyKinds), inSpiteOf: fc.subarray([...checkIds], { maxLength: 3 }) }),
  runDoctor: nothing,
  lastExamination: nothing,
  confirmDate: () =>
    fc.record({
      shown: fc.record({
        year: fc.integer(),
        month: fc.integer({ min: 1, max: 12 }),
        day: fc.integer({ min: 1, max: 31 }),
      }),
    }),
  confirmTray: nothing,
  retryWipe: nothing,
  closeWipe: () => fc.record({ reason: from(wipeCloseReasons) }),
  acceptMisfit: () =>
    fc.record({
      misfits: fc.uniqueArray(from(misfitKinds), { minLength: 1, maxLength: 3 }),
      reason: from(misfitReasons),
    }),
  setHold: (known) =>
    fc.record({
      reason: from(holdReasons),
      tickets: fc.oneof(fc.constant(null), fc.array(ticketOf(known), { minLength: 1, maxLength: 4 })),
    }),
  setHoldByPassphrase: (known) =>
    fc.tuple(credentials(known), from(holdReasons)).map(([who, reason]) => ({ ...who, reason })),
  liftHold: ({ holds }) => fc.record({ hold: oneOf(holds) }),
  beginPractice: nothing,
  endPractice: nothing,
  resumeIntake: ({ holds }) => fc.record({ hold: oneOf(holds), reference: from(['Docket 12-345', '  ']) }),
  verifyLedger: () =>
    fc.record({ checkpoint: from([null, '', '0000 0090', '0'.repeat(32), '0'.repeat(240)]) }),
  readLedger: () =>
    fc.record({
      filter: fc.record({ kind: fc.option(from(entryKindNames)), day: fc.option(dayOfEntry) }),
      before: fc.option(fc.integer({ min: 1 })),
    }),
  exportLedger: () => fc.record({ format: from(['csv', 'ndjson']) }),
  takeCheckpoint: () => fc.record({ way: from(['day-sheet', 'stick']) }),
  readStatistics: nothing,
  exportStatistics: () => fc.record({ by: from(['day', 'week']) }),
  openDay: () => fc.record({ blanks }),
  noteAddedBlanks: () => fc.record({ added: blanks }),
  dayFigures: nothing,
  closeDay: () =>
    fc.record({
      ...{ blanks, expected: blanks, paid: fc.nat(), drawerCents: fc.option(fc.integer()) },
      blanksDifference: from(blanksDifferences),
      drawerDifference: from(drawerDifferences),
    }),
  packUp: () => fc.record({ applications: fc.integer({ min: -1, max: 3 }) }),
  makeStatement: nothing,
  saveStatement: () => fc.record({ digest: hex(64) }),
  printStatement: () => fc.record({ digest: hex(64) }),
  policyInForce: nothing,
  checkPolicyOnStick: nothing,
  installPolicy: () => fc.record({ policy: hex(64).map((hash) => policyHash.parse(hash)) }),
  installOlderPolicy: () => fc.record({ policy: hex(64).map((hash) => policyHash.parse(hash)) }),
  suspendIntake: () =>
    fc.record({
      takesEffect: momentToCome,
      open: from(openWhenSuspended),
      notice: from([NOTICE, { en: NOTICE.en }]),
    }),
  endSuspension: () => fc.record({ at: momentToCome, decided: fc.nat() }),
  checkOrderOnStick: nothing,
  carryOutOrder: () => fc.record({ order: hex(64).map((hash) => orderHash.parse(hash)) }),
  beginRecordSearch: nothing,
  cancelRecordSearch: nothing,
  saveRecordSearch: nothing,
  printRecordSearch: nothing,
  endRecordSearch: nothing,
  checkRecipient: () => fc.record({ typed: fc.option(recipientKey) }),
  produceRecord: (known) =>
    fc.record({ ticket: ticketOf(known), recipient: fc.constant(recipient.parse(RECIPIENT)) }),
  acknowledgeProduction: () => fc.record({ package: hex(64) }),
  inspectPrinter: () => fc.record({ address }),
  listQueues: nothing,
  choosePrinter: () => fc.record({ address, pin: fc.option(hex(64)) }),
  chooseBuiltInPrinter: nothing,
  inspectOrdinaryPrinter: () => fc.record({ address }),
  chooseOrdinaryPrinter: () => fc.record({ address, pin: fc.option(hex(64)) }),
  clearOrdinaryPrinter: nothing,
  printReceipt: () => fc.record({ paper: receipt }),
  printFeeReceipt: () => fc.record({ language: from([...residentLanguages]) }),
  printSlip: () =>
    fc.oneof(
      fc.record({ kind: fc.constant('pick-up' as const), language: from([...residentLanguages]) }),
      fc.record({
        kind: fc.constant('denial' as const),
        language: from(['en', 'es', 'fr', APPLICANT.name]),
        ways: fc.array(fc.array(from(['passport', 'utility-bill', 'none-such']), { maxLength: 3 }), {
          maxLength: 4,
        }),
      }),
    ),
  printTestPage: nothing,
  printStatistics: () => fc.record({ paper: statisticsPaper }),
  printDaySheet: () => fc.record({ sequence: fc.integer({ min: 0, max: 40 }) }),
  printTestCard: nothing,
  confirmTestCard: nothing,
  identifyPrinter: nothing,
  fitRibbon: nothing,
  removeRibbon: nothing,
  destroyRibbon: ({ ribbons }) => fc.record({ ribbon: oneOf(ribbons) }),
  setResidentSetting: () => fc.record({ setting: from(residentSetting.options) }),
  setDisplayWidth: () => fc.record({ millimeters: from([100, 344.2, 2_000, 0, Number.NaN]) }),
  acceptNotice: () => fc.record({ language }),
  readAcceptances: nothing,
};

const outcome = () => fc.record({ outcome: from(['denied', 'withdrawn'] as const) });
const spoil = () => fc.record({ reason: from(spoilReasons) });

/** Inputs as the screen sends them. */
export const screenInputs: InputsOf<typeof screenCalls> = {
  ...supervision,
  getState: nothing,
  suggestPassphrase: nothing,
  judgePassphrase: ({ staff }) =>
    fc.record({
      passphrase: from(['', 'x'.repeat(10_240), ...staff.map(({ passphrase }) => passphrase)]),
      names: fc.array(from(['', '.*', '$&', 'n'.repeat(200)]), { maxLength: 3 }),
    }),
  askForName: () => fc.record({ typed: typedAnswer }),
  searchRecords: () => fc.record({ reason: from(searchReasons) }),
  startApplication: nothing,
  openApplication: (known) => fc.record({ ticket: ticketOf(known) }),
  openByCard: () => fc.record({ characters }),
  putAside: nothing,
  answer: () => fc.record({ field: from(inputNames), typed: typedAnswer }),
  chooseRoute: () => fc.record({ route: from(routes) }),
  chooseLanguage: () => fc.record({ language }),
  chooseLook: () => look,
  giveToResident: nothing,
  finishAnswers: nothing,
  forgetEnding: nothing,
  leaveWithTicket: nothing,
  leaveNow: nothing,
  tickDocument: () =>
    fc.record({
      document: from(['passport', 'utility-bill', OLD_CARD_TAKEN_IN, OLD_CARD_DESTROYED, APPLICANT.name]),
      seen: fc.boolean(),
    }),
  confirmDocuments: nothing,
  keepPhoto: () => fc.record({ jpeg: fc.oneof(fc.uint8Array(), from([drawnPhoto(2), hollowPhoto()])) }),
  retakePhoto: nothing,
  printableCharacters: nothing,
  settleFee: () => fc.record({ settled: from([...feeSettlements, null]) }),
  showReadBack: nothing,
  photo: nothing,
  print: nothing,
  stopPrint: nothing,
  tellCard: () => fc.record({ found: fc.boolean() }),
  retryPrint: nothing,
  identifyCard: () => fc.record({ characters }),
  destroyOldCard: nothing,
  handOver: nothing,
  spoil,
  deny: () => fc.record({ reasons: denialReasons }),
  takeBackDenial: nothing,
  endWithoutCard: outcome,
};

const sealed = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  // A core that was taken over need not seal: what it stores may be a person in clear.
  from(Object.values(APPLICANT).map((text) => new TextEncoder().encode(text.repeat(20)))),
);
const figure = fc.nat(1_000_000);

/** Inputs as a core sends them. */
export const keeperInputs: InputsOf<typeof keeperCalls> = {
  ...supervision,
  getStatus: nothing,
  policy: nothing,
  searchRecords: () =>
    fc
      .tuple(hex(32), fc.uint8Array({ maxLength: 40 }), sealed, hex(64), from(searchReasons))
      .map(([search, key, content, digest, reason]) => ({
        name: { search, key, sealed: content },
        ...{ digest, reason },
      })),
  create: nothing,
  open: (known) =>
    fc.oneof(
      fc.record({ by: fc.constant('ticket' as const), ticket: ticketOf(known) }),
      fc.record({ by: fc.constant('card' as const), hash: fc.oneof(hex(64), fc.constant('a'.repeat(64))) }),
    ),
  putAside: () => fc.record({ fingerprints: fc.option(sealed) }),
  keepAnswers: () => fc.record({ sealed }),
  chooseLanguage: () => fc.record({ language, sealed }),
  chooseLook: () => look,
  giveToResident: () => fc.record({ language }),
  finishAnswers: () => fc.record({ fingerprints: fc.option(sealed) }),
  forgetEnding: nothing,
  leaveWithTicket: nothing,
  leaveNow: () => fc.record({ fingerprints: fc.option(sealed) }),
  keepFee: () => fc.record({ sealed }),
  keepOldCardDestroyed: () => fc.record({ sealed }),
  confirmDocuments: nothing,
  keepPhoto: () => fc.record({ sealed }),
  dropPhoto: nothing,
  fingerprints: nothing,
  lookUpKey: nothing,
  print: () =>
    fc.record({
      occasion: from(printOccasions),
      card: sealed,
      fingerprints: fc.option(sealed),
      full: hex(64),
      lastFour: hex(64),
      lookUp: sealed,
    }),
  stopPrint: nothing,
  tellCard: () => fc.record({ found: fc.boolean() }),
  spoil,
  deny: () => fc.record({ reasons: denialReasons }),
  takeBackDenial: nothing,
  finish: () =>
    fc.record(
      {
        outcome: from(['issued', 'denied', 'withdrawn'] as const),
        counted: fc.record({
          again: fc.option(
            fc.record({
              route: from(routes.filter((route) => route !== 'first')),
              oldCard: from(['destroyed', 'none'] as const),
            }),
          ),
          fee: fc.option(from(feeSettlements)),
        }),
        feeCents: fc.integer({ min: 1 }),
      },
      { requiredKeys: ['outcome'] },
    ),
  erased: () =>
    fc.record({
      search: fc.oneof(
        from([{ kind: 'void' as const }, { kind: 'not-searched' as const }]),
        fc.record({
          kind: fc.constant('searched' as const),
          values: figure,
          windows: figure,
          files: figure,
          bytes: figure,
          hits: figure,
          unreadable: figure,
        }),
      ),
    }),
};

/** Begins as a photo does and has the right size, but nothing can be drawn of it. */
function hollowPhoto(): Uint8Array {
  return drawnPhoto(3).fill(0, 200);
}

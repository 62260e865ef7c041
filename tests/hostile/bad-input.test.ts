import { expect, it } from 'vitest';
import { CLERK, FIRST_STAFF, SUPERVISOR } from '../../electron/keeper/start/keeper.test-support.ts';
import { APPLICANT, RECIPIENT } from './inputs.test-support.ts';
import { expectSilent } from './judge.test-support.ts';
import { SECOND, type WatchedKeeper, watchedKeeper } from './keeper.test-support.ts';
import type { HostilePage } from './page.test-support.ts';
import { signInAs } from './steps.test-support.ts';

const refused = (kind: string) => ({ ok: false, error: { kind } });

/** A day that is closed as it should be. */
const AS_EXPECTED = {
  blanks: 1,
  expected: 1,
  paid: 0,
  blanksDifference: 'none',
  drawerCents: null,
  drawerDifference: 'none',
};

/** Names that a page asks for without checking them: the core names the check, and repeats nothing. */
async function asksForNames(watched: WatchedKeeper, page: HostilePage): Promise<void> {
  const ask = (typed: string) => page.ask('askForName', { typed });
  expect(await ask(APPLICANT.name)).toEqual(refused('not-now'));
  await page.does('beginRecordSearch', {});
  const before = watched.snapshot();
  for (const [typed, why] of [
    ['', 'empty'],
    [' \u3000', 'empty'],
    ['- .', 'no-letter'],
    [APPLICANT.name.repeat(10), 'too-long'],
    ['n'.repeat(10_000), 'too-long'],
    ['王'.repeat(121), 'too-long'],
    [`${APPLICANT.name}*`, 'forbidden-character'],
    [`${APPLICANT.name}%`, 'forbidden-character'],
    [`_${APPLICANT.name}?`, 'forbidden-character'],
    [`\u202e${APPLICANT.name}`, 'forbidden-character'],
    ['\ud800', 'forbidden-character'],
  ] as const) {
    const answer = await ask(typed);
    expect(answer, why).toEqual({ ok: false, error: { kind: 'no-asked-name', why } });
  }
  expect(await ask('n'.repeat(20_001))).toEqual(refused('malformed'));
  expect(await page.ask('searchRecords', { reason: 'subpoena' })).toEqual(refused('not-allowed'));
  for (const name of ['O', 'أحمد', '王小明', 'देवेन्द्र', 'Олена'])
    expect(await ask(name)).toMatchObject({ ok: true, value: { name } });
  expect(watched.snapshot()).toEqual(before);
  await page.does('endRecordSearch', {});
}

it('each bad input is one refusal that repeats nothing, and nothing is changed', async () => {
  const watched = await watchedKeeper();
  const { services } = watched.keeper;
  const page = await watched.page();
  await page.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
  await signInAs(watched, page, SUPERVISOR);
  const member = services.staff.members().find(({ name }) => name === CLERK.name)?.member;
  const hold = { hold: '0'.repeat(32) };
  const ribbon = { ribbon: '0'.repeat(32) };
  const long = 'n'.repeat(10_241);
  const name = SUPERVISOR.name;
  const weak = { ...SECOND, name: 'Peregrine Oddfellow', role: 'clerk', passphrase: 'clerk' };
  const cases: readonly (readonly [string, unknown, string])[] = [
    ['signIn', { name, passphrase: 'not it' }, 'wrong-passphrase'],
    ['signIn', { name, passphrase: '' }, 'wrong-passphrase'],
    ['signIn', { name, passphrase: 'n'.repeat(10_240) }, 'wrong-passphrase'],
    ['signIn', { name, passphrase: long }, 'malformed'],
    ['signIn', { name, passphrase: SUPERVISOR.passphrase.replace(' ', '\n') }, 'wrong-passphrase'],
    ['signIn', { name: 'Nobody Atall', passphrase: SUPERVISOR.passphrase }, 'wrong-passphrase'],
    ['changePassphrase', { present: '', next: SECOND.passphrase }, 'wrong-passphrase'],
    ['changePassphrase', { present: SUPERVISOR.passphrase, next: '' }, 'malformed'],
    [
      'changePassphrase',
      { present: SUPERVISOR.passphrase, next: `${SUPERVISOR.passphrase}\n` },
      'weak-passphrase',
    ],
    ['approve', { act: 'liftHold', ...hold, ...SUPERVISOR }, 'not-a-second-person'],
    ['approve', { act: 'liftHold', ...hold, ...CLERK }, 'not-a-second-person'],
    ['approve', { act: 'signIn', ...SECOND }, 'malformed'],
    ['approve', { act: 'liftHold', ...SECOND }, 'malformed'],
    ['approve', { act: 'closeWipe', ...SECOND }, 'malformed'],
    ['approve', { act: 'exportLedger', ...SECOND }, 'malformed'],
    ['approve', { act: 'confirmDate', ...SECOND }, 'malformed'],
    ['approve', { act: 'addMember', ...SECOND }, 'malformed'],
    ['confirmSupervisor', { member, ...SECOND }, 'not-now'],
    ['confirmSupervisor', { member: '0'.repeat(32), ...SECOND }, 'no-such-member'],
    ['setHoldByPassphrase', { reason: 'none-such', ...SECOND }, 'malformed'],
    ['setHoldByPassphrase', { reason: 'subpoena', ...CLERK }, 'wrong-passphrase'],
    ['approve', { act: 'setHold', ...SECOND }, 'malformed'],
    ['approve', { act: 'installOlderPolicy', ...SECOND }, 'malformed'],
    ['approve', { act: 'suspendIntake', ...SECOND }, 'malformed'],
    ['approve', { act: 'endSuspension', ...SECOND }, 'malformed'],
    ['suspendIntake', { takesEffect: null, open: 'finish', notice: {} }, 'malformed'],
    ['suspendIntake', { takesEffect: null, open: 'keep', notice: { en: 'Not today.' } }, 'malformed'],
    ['suspendIntake', { takesEffect: 1, open: 'finish', notice: { en: 'Not today.' } }, 'moment-over'],
    ['endSuspension', { at: null }, 'malformed'],
    ['endSuspension', { at: null, decided: 1 }, 'not-suspended'],
    ['carryOutOrder', { order: 'no hash' }, 'malformed'],
    ['carryOutOrder', { order: '0'.repeat(64) }, 'no-program-key'],
    ['approve', { act: 'deny', ...SECOND }, 'malformed'],
    ['approve', { act: 'produceRecord', ...SECOND }, 'malformed'],
    ['approve', { act: 'produceRecord', ticket: 1, recipient: 'age1', ...SECOND }, 'malformed'],
    ['produceRecord', { ticket: 1, recipient: RECIPIENT }, 'not-allowed'],
    ['checkRecipient', { typed: 'x'.repeat(10_000) }, 'recipient-refused'],
    ['checkRecipient', { typed: 'x'.repeat(20_001) }, 'malformed'],
    ['setHold', { tickets: null }, 'malformed'],
    ['setHold', { reason: '', tickets: null }, 'malformed'],
    ['setHold', { reason: 'because', tickets: null }, 'malformed'],
    ['setHold', { reason: 'subpoena', tickets: [] }, 'malformed'],
    ['setHold', { reason: 'subpoena', tickets: [4711] }, 'no-such-ticket'],
    ['resumeIntake', hold, 'malformed'],
    ['resumeIntake', { ...hold, reference: ' \n ' }, 'malformed'],
    ['resumeIntake', { ...hold, reference: 'Docket 12-345' }, 'no-such-hold'],
    ['liftHold', hold, 'not-allowed'],
    ['addMember', weak, 'weak-passphrase'],
    ['addMember', { ...weak, passphrase: long }, 'malformed'],
    ['addMember', { ...SECOND, role: 'it' }, 'name-taken'],
    ['removeMember', { member: '0'.repeat(32) }, 'no-such-member'],
    ['resetPassphrase', { member, passphrase: '\n' }, 'weak-passphrase'],
    ['closeWipe', { reason: 'found-and-removed' }, 'no-failed-wipe'],
    ['decideCustody', { custody: 'paper', inSpiteOf: [] }, 'malformed'],
    ['openDay', { blanks: -1 }, 'malformed'],
    ['openDay', { blanks: 4.5 }, 'malformed'],
    ['openDay', { blanks: 1_234_567_890 }, 'malformed'],
    ['openDay', { blanks: 'forty' }, 'malformed'],
    ['closeDay', { ...AS_EXPECTED, blanksDifference: 'because it rained' }, 'malformed'],
    ['closeDay', { ...AS_EXPECTED, drawerCents: -1 }, 'malformed'],
    ['closeDay', AS_EXPECTED, 'day-refused'],
    ['packUp', { applications: -1 }, 'malformed'],
    ['printDaySheet', { sequence: 0 }, 'malformed'],
    ['inspectPrinter', { address: 'x'.repeat(513) }, 'malformed'],
    ['choosePrinter', { address: 'ipp://127.0.0.1:9/x', pin: 'no pin' }, 'malformed'],
    ['choosePrinter', { address: 'ipp://127.0.0.1:9/x', pin: null }, 'printer-refused'],
    ['removeRibbon', {}, 'no-such-ribbon'],
    ['destroyRibbon', ribbon, 'not-allowed'],
    ['approve', { act: 'destroyRibbon', ...ribbon, ...SUPERVISOR }, 'not-a-second-person'],
    ['approve', { act: 'fitRibbon', ...SECOND }, 'malformed'],
    ['startApplication', {}, 'custody-undecided'],
  ];
  for (const [call, input, kind] of cases) {
    services.vault.database.exec('DELETE FROM wrong_passphrases');
    const before = watched.snapshot();
    const answer = await page.ask(call, input);
    expect(answer, `${call}, ${kind}`).toMatchObject(refused(kind));
    expectSilent(JSON.stringify(answer));
    expect(watched.snapshot(), `${call}, ${kind}`).toEqual(before);
  }
  // Told by the worker that looked, not by the end of everybody's patience.
  for (const [address, why] of [
    ['ipp://127.0.0.1:9/x', 'unreachable'],
    ['ipps://127.0.0.1:9/x', 'unreachable'],
    ['ipp://printer.invalid/x', 'host-name'],
    [SECOND.name, 'not-an-address'],
  ]) {
    expect(await page.ask('inspectPrinter', { address }), why).toEqual({
      ok: false,
      error: { kind: 'printer-refused', why: { kind: why } },
    });
  }
  // What a paste brings along at the ends is no part of a passphrase.
  await page.does('signIn', { name, passphrase: `${SUPERVISOR.passphrase}\r\n` });
  await asksForNames(watched, page);
  expectSilent(watched.said());
});

import { describe, expect, it } from 'vitest';
import { recipient } from '../../../shared/contract/command/production.ts';
import { nameDigest } from '../../../shared/contract/command/record-search.ts';
import { applicationId, holdId, policyHash, ribbonId, ticket } from '../../../shared/contract/ids.ts';
import { type ApprovableAct, approvableActs } from '../../../shared/contract/staff/approved-act.ts';
import { type ApplicationAsItWas, type BoundAct, covers, type HeldAsItWas } from './approvals.ts';
import { ANSELM, BERTA, stages } from './staff.test-support.ts';

const newStage = stages();
const TOKEN = 'a'.repeat(64);
const AS_IT_WAS: ApplicationAsItWas = { application: applicationId.parse('d'.repeat(32)), changes: 4 };
const SOMEBODY_ELSE = applicationId.parse('e'.repeat(32));
const HOLD = holdId.parse('c'.repeat(32));
const OTHER_HOLD = holdId.parse('f'.repeat(32));
const HELD: HeldAsItWas = { application: AS_IT_WAS.application, hold: HOLD };
const FORTY_ONE = ticket.parse(41);
const FORTY_TWO = ticket.parse(42);
const RECIPIENT = recipient.parse('age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj');
const OTHER_RECIPIENT = recipient.parse('age127h0hekhs9t2y05mk5e7783u0negjeme6t9jtrw2cj6a9xhq94tsqezs9q');

type ActNamed<Name extends ApprovableAct> = Extract<BoundAct, { readonly act: Name }>;

/** Other values for each thing that an act is bound to: one that is forgotten does not compile. */
type OtherParts<Act> = {
  readonly [Part in Exclude<keyof Act, 'act'>]-?: readonly [Act[Part], ...Act[Part][]];
};

/** An act, what else means the same, and what is another one in one part alone. */
interface Approved<Act> {
  readonly of: Act;
  readonly same: Act;
  readonly others: OtherParts<Act>;
}

/** Every act: one that is forgotten does not compile. */
const BOUND: { readonly [Name in ApprovableAct]: Approved<ActNamed<Name>> } = {
  confirmDate: {
    of: { act: 'confirmDate', shown: { year: 2026, month: 11, day: 24 } },
    same: { act: 'confirmDate', shown: { day: 24, month: 11, year: 2026 } },
    others: {
      shown: [
        { year: 2026, month: 11, day: 25 },
        { year: 2026, month: 12, day: 24 },
        { year: 2027, month: 11, day: 24 },
      ],
    },
  },
  closeWipe: {
    of: { act: 'closeWipe', reason: 'found-to-be-nothing', about: AS_IT_WAS.application },
    same: { act: 'closeWipe', reason: 'found-to-be-nothing', about: AS_IT_WAS.application },
    others: { reason: ['disk-replaced'], about: [SOMEBODY_ELSE, null] },
  },
  acceptMisfit: {
    of: { act: 'acceptMisfit', misfits: ['vault-older', 'staff'], reason: 'copy-restored' },
    same: { act: 'acceptMisfit', misfits: ['staff', 'vault-older'], reason: 'copy-restored' },
    others: { misfits: [['vault-older'], ['vault-older', 'staff', 'holds']], reason: ['not-explained'] },
  },
  takeCheckpoint: {
    of: { act: 'takeCheckpoint', way: 'stick' },
    same: { act: 'takeCheckpoint', way: 'stick' },
    others: { way: ['day-sheet'] },
  },
  exportLedger: {
    of: { act: 'exportLedger', format: 'csv' },
    same: { act: 'exportLedger', format: 'csv' },
    others: { format: ['ndjson'] },
  },
  destroyRibbon: {
    of: { act: 'destroyRibbon', ribbon: ribbonId.parse('a'.repeat(32)) },
    same: { act: 'destroyRibbon', ribbon: ribbonId.parse('a'.repeat(32)) },
    others: { ribbon: [ribbonId.parse('b'.repeat(32))] },
  },
  drawSecondRecoveryCode: {
    of: { act: 'drawSecondRecoveryCode' },
    same: { act: 'drawSecondRecoveryCode' },
    others: {},
  },
  declineRecoveryCodes: {
    of: { act: 'declineRecoveryCodes' },
    same: { act: 'declineRecoveryCodes' },
    others: {},
  },
  decideCustody: {
    of: { act: 'decideCustody', custody: 'memory', inSpiteOf: ['clock', 'camera'] },
    same: { act: 'decideCustody', custody: 'memory', inSpiteOf: ['camera', 'clock'] },
    others: {
      custody: ['sealed'],
      inSpiteOf: [[], ['clock'], ['clock', 'clock'], ['clock', 'camera', 'account']],
    },
  },
  deny: {
    of: { act: 'deny', reasons: ['too-young', 'other'], about: AS_IT_WAS },
    same: { act: 'deny', reasons: ['other', 'too-young'], about: { ...AS_IT_WAS } },
    others: {
      reasons: [['too-young'], ['too-young', 'too-young'], ['too-young', 'other', 'documents']],
      about: [
        { ...AS_IT_WAS, changes: 5 },
        { ...AS_IT_WAS, application: SOMEBODY_ELSE },
      ],
    },
  },
  produceRecord: {
    of: { act: 'produceRecord', ticket: FORTY_ONE, recipient: RECIPIENT, about: HELD },
    same: { act: 'produceRecord', ticket: FORTY_ONE, recipient: RECIPIENT, about: { ...HELD } },
    others: {
      ticket: [FORTY_TWO],
      recipient: [OTHER_RECIPIENT],
      // The same number, given again; or under a hold that nobody had set yet.
      about: [{ ...HELD, application: SOMEBODY_ELSE }, { ...HELD, hold: OTHER_HOLD }, null],
    },
  },
  setHold: {
    of: { act: 'setHold', reason: 'subpoena', tickets: [FORTY_ONE, FORTY_TWO] },
    same: { act: 'setHold', reason: 'subpoena', tickets: [FORTY_TWO, FORTY_ONE] },
    others: { reason: ['court-order'], tickets: [[FORTY_ONE], [FORTY_ONE, FORTY_ONE], null] },
  },
  liftHold: {
    of: { act: 'liftHold', hold: HOLD },
    same: { act: 'liftHold', hold: HOLD },
    others: { hold: [OTHER_HOLD] },
  },
  resumeIntake: {
    of: { act: 'resumeIntake', hold: HOLD, reference: 'Docket 12-345' },
    same: { act: 'resumeIntake', hold: HOLD, reference: 'Docket 12-345' },
    others: { hold: [OTHER_HOLD], reference: ['Docket 12-346'] },
  },
  searchRecords: {
    of: { act: 'searchRecords', digest: nameDigest.parse('a'.repeat(64)), reason: 'subpoena' },
    same: { act: 'searchRecords', digest: nameDigest.parse('a'.repeat(64)), reason: 'subpoena' },
    others: { digest: [nameDigest.parse('b'.repeat(64))], reason: ['court-order'] },
  },
  installOlderPolicy: {
    of: { act: 'installOlderPolicy', policy: policyHash.parse('a'.repeat(64)) },
    same: { act: 'installOlderPolicy', policy: policyHash.parse('a'.repeat(64)) },
    others: { policy: [policyHash.parse('b'.repeat(64))] },
  },
  suspendIntake: {
    of: {
      act: 'suspendIntake',
      takesEffect: 4711,
      open: 'finish',
      notice: { en: 'Not today.', es: 'Hoy no.' },
    },
    same: {
      act: 'suspendIntake',
      takesEffect: 4711,
      open: 'finish',
      notice: { es: 'Hoy no.', en: 'Not today.' },
    },
    others: {
      takesEffect: [null, 4712],
      open: ['wipe'],
      notice: [{ en: 'Not today.' }, { en: 'Not today.', es: 'Nunca.' }],
    },
  },
  endSuspension: {
    of: { act: 'endSuspension', at: null, decided: 1 },
    same: { act: 'endSuspension', at: null, decided: 1 },
    others: { at: [4711], decided: [2] },
  },
};

const bound: readonly Approved<BoundAct>[] = [
  ...Object.values(BOUND),
  {
    // Everything, which is no list of tickets.
    of: { act: 'setHold', reason: 'subpoena', tickets: null },
    same: { act: 'setHold', reason: 'subpoena', tickets: null },
    others: { ...BOUND.setHold.others, tickets: [[FORTY_ONE], []] },
  },
  {
    // In spite of nothing, which is no leave to override anything.
    of: { act: 'decideCustody', custody: 'sealed', inSpiteOf: [] },
    same: { act: 'decideCustody', custody: 'sealed', inSpiteOf: [] },
    others: { custody: ['memory'], inSpiteOf: [['clock']] },
  },
];

/** The act with another value in one of its parts. */
function otherActs({ of, others }: Approved<BoundAct>): readonly BoundAct[] {
  return Object.entries<readonly unknown[]>(others).flatMap(([part, values]) =>
    values.map((value): BoundAct => ({ ...of, [part]: value })),
  );
}

describe('an approval', () => {
  it.each(bound)('of $of.act covers that, and the same act in another part nowhere', async (approved) => {
    const { of, same } = approved;
    const { staff, signIn } = newStage();
    await signIn('Anselm', ANSELM.passphrase);
    expect(await staff.approve(TOKEN, { ...of, ...BERTA })).toMatchObject({ ok: true });
    const approval = staff.takeApproval(TOKEN, of.act);
    expect(approval).toMatchObject({ ...of, name: 'Berta' });
    expect(covers(approval, same)).toBe(true);
    expect(otherActs(approved).filter((other) => covers(approval, other))).toEqual([]);
    expect(covers(null, same)).toBe(false);
  });

  it.each(approvableActs)('of %s covers no act of another name', (name) => {
    const acts: readonly BoundAct[] = Object.values(BOUND).map(({ of }) => of);
    const approved = acts.find(({ act }) => act === name);
    if (approved === undefined) throw new Error('no such act');
    expect(acts.filter((act) => covers(approved, act))).toEqual([approved]);
  });
});

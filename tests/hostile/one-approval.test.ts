import { hash } from 'node:crypto';
import { readdirSync } from 'node:fs';
import { isDeepStrictEqual } from 'node:util';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { entriesOf } from '../../electron/keeper/ledger/entries.test-support.ts';
import { CLERK, FIRST_STAFF, SUPERVISOR } from '../../electron/keeper/start/keeper.test-support.ts';
import { keeperCalls } from '../../shared/contract/keeper.ts';
import { type ApprovableAct, approvableActs } from '../../shared/contract/staff/approved-act.ts';
import { sample } from '../support/sample.ts';
import { knownOf } from './attack.test-support.ts';
import { coreAfter, coreShown, type HostileCore, PLAIN, refused } from './core.test-support.ts';
import { keeperInputs } from './inputs.test-support.ts';
import { SECOND, type WatchedKeeper, watchedKeeper } from './keeper.test-support.ts';
import { restoreStaff } from './roles.test-support.ts';

const REASONS = [['too-young'], ['other']];

/** A kiosk that works, two supervisors among its staff, and a core that was taken over. */
async function takenKiosk(): Promise<{ watched: WatchedKeeper; core: HostileCore }> {
  const watched = await watchedKeeper({ scripted: true });
  const core = coreShown(watched.keeper);
  await core.does('setUp', { kioskName: 'Counter 3', ...FIRST_STAFF });
  await core.does('decideCustody', { custody: 'memory', inSpiteOf: [] });
  await restoreStaff(watched, new Set());
  return { watched, core };
}

/** The act as somebody approves it: of its input what the contract binds it to, and the rest is left out. */
function approvalOf(act: ApprovableAct, input: object) {
  const {
    name: _name,
    passphrase: _passphrase,
    ...approved
  } = keeperCalls.approve.input.parse({
    ...{ ...input, act },
    ...SUPERVISOR,
  });
  return approved;
}

/** Whoever does the act with this input, and the supervisor who approves it on their screen. */
async function approve(core: HostileCore, act: ApprovableAct, input: object): Promise<void> {
  const isOfTwo = keeperCalls[act].role === 'two-supervisors';
  await core.does('signIn', isOfTwo ? SUPERVISOR : CLERK);
  await core.does('approve', { ...approvalOf(act, input), ...(isOfTwo ? SECOND : SUPERVISOR) });
}

/** Inputs that are valid, the first of which is drawn for the act. Of what nobody could approve, nothing is let pass. */
function inputsOf(watched: WatchedKeeper, act: ApprovableAct): readonly [object, ...object[]] {
  const drawn =
    act === 'deny'
      ? REASONS.map((reasons) => ({ reasons }))
      : fc.sample<object>(keeperInputs[act](knownOf(watched)), { numRuns: 200, seed: 5 });
  const [first, ...more] = drawn.filter((each) => keeperCalls[act].input.safeParse(each).success);
  if (first === undefined) throw new Error('nothing was drawn');
  return [first, ...more];
}

/**
 * Acts of which another input is refused for another reason first: of a production and of closing an erasure it is asked what
 * there is (the first has a test of its own, below; of the second see kiosk-calls.test.ts), and codes are drawn and declined without any.
 */
const REFUSED_OTHERWISE: readonly ApprovableAct[] = [
  ...(['produceRecord', 'closeWipe', 'drawSecondRecoveryCode', 'declineRecoveryCodes'] as const),
];

/** An application on the core's screen. */
async function begin(core: HostileCore): Promise<void> {
  await core.does('signIn', CLERK);
  await core.does('create', {});
}

// From the contract's own list: an act that is added there is tried here. That an approval is of its act and input, each act
// says in `npm test` as well (covered-by-an-approval.test.ts).
it.each(sample(approvableActs, 0, 4))(
  'approved once and for this input, %s is let pass once, also where it comes twice in one chunk',
  async (act) => {
    const { watched, core } = await takenKiosk();
    const [input, ...others] = inputsOf(watched, act);
    // A refusal is somebody's.
    if (act === 'deny') await begin(core);
    if (!REFUSED_OTHERWISE.includes(act)) {
      const approved = approvalOf(act, input);
      const other = others.find((each) => !isDeepStrictEqual(approvalOf(act, each), approved));
      if (other === undefined) throw new Error('of an act that is bound to its input, one input was drawn');
      await approve(core, act, other);
      expect(await core.ask(act, input)).toEqual(refused('not-allowed'));
    }
    await approve(core, act, input);
    const [first, second] = await core.askTogether(act, [input, input]);
    expect(first).not.toEqual(refused('not-allowed'));
    expect(second).toEqual(refused('not-allowed'));
  },
);

it('one approval lifts one legal hold', async () => {
  const { watched, core } = await takenKiosk();
  await core.does('signIn', SUPERVISOR);
  for (const reason of ['subpoena', 'court-order'] as const)
    await core.does('setHold', { reason, tickets: null });
  const { holds } = watched.keeper.services;
  const both = holds.all().map(({ identifier: hold }) => ({ hold }));
  const [one, other] = both;
  if (one === undefined || other === undefined) throw new Error('no two holds');
  // Of the one that was approved, and once: not of another one, also where that call comes first.
  await approve(core, 'liftHold', one);
  expect(await core.ask('liftHold', other)).toEqual(refused('not-allowed'));
  await approve(core, 'liftHold', one);
  expect(await core.askTogether('liftHold', both)).toMatchObject([
    { ok: true, value: { applications: 0, erasures: 0 } },
    refused('not-allowed'),
  ]);
  expect(holds.all().map(({ identifier: hold }) => ({ hold }))).toEqual(both.slice(1));
  expect(entriesOf(watched.keeper).filter(({ kind }) => kind === 'hold-lifted')).toHaveLength(1);
});

const KEYS = {
  approved: 'age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj',
  swapped: 'age127h0hekhs9t2y05mk5e7783u0negjeme6t9jtrw2cj6a9xhq94tsqezs9q',
};

it('an approved recipient is not swapped before the call, nor an application held after it', async () => {
  const { watched, core: first } = await takenKiosk();
  await first.does('signIn', CLERK);
  const { ticket } = await first.does('create', {});
  await first.does('putAside', { fingerprints: PLAIN });
  const core = await coreAfter(watched.keeper, first);
  const produced = () => entriesOf(watched.keeper).filter(({ kind }) => kind === 'record-produced');
  const act = (recipient: string) => keeperCalls.produceRecord.input.parse({ ticket, recipient });
  // Approved before anybody froze it: of nothing.
  await approve(core, 'produceRecord', act(KEYS.approved));
  await core.does('setHold', { reason: 'court-order', tickets: [ticket] });
  expect(await core.ask('produceRecord', act(KEYS.approved))).toEqual(refused('not-allowed'));
  // The swap takes the approval away: the right one that comes behind it has none.
  await approve(core, 'produceRecord', act(KEYS.approved));
  expect(await core.askTogether('produceRecord', [act(KEYS.swapped), act(KEYS.approved)])).toEqual([
    refused('not-allowed'),
    refused('not-allowed'),
  ]);
  expect(produced()).toEqual([]);
  expect(readdirSync(watched.exportFolder)).toEqual([]);
  // The control: as it was approved. Nothing was typed, and there is nothing to open: it is produced all the same.
  await approve(core, 'produceRecord', act(KEYS.approved));
  expect(await core.ask('produceRecord', act(KEYS.approved))).toMatchObject({ ok: true });
  expect(produced()).toMatchObject([{ recipient: hash('sha256', KEYS.approved, 'hex') }]);
  expect(readdirSync(watched.exportFolder)).toHaveLength(2);
});

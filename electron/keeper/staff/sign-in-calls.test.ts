import { describe, expect, it } from 'vitest';
import { recipient } from '../../../shared/contract/command/production.ts';
import {
  type ApplicationId,
  applicationId,
  holdId,
  type Ticket,
  ticket,
} from '../../../shared/contract/ids.ts';
import { err } from '../../../shared/result.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { ANSELM, BERTA, GOOD, stages } from './staff.test-support.ts';
import { staffCalls } from './staff-calls.ts';

const newStage = stages();
const COUNSEL = recipient.parse('age1zvkyg2lqzraa2lnjvqej32nkuu0ues2s82hzrye869xeexvn73equnujwj');
const done = { ok: true, value: {} };
const SEVENTH = applicationId.parse('7'.repeat(32));
const HELD = { application: SEVENTH, hold: holdId.parse('e'.repeat(32)) };

/** The calls in one session, on a real vault with Berta and Anselm. What was told, in order. */
function stage() {
  const { staff, signIn } = newStage();
  const occupant = newOccupant();
  const told: string[] = [];
  const now: { touched: boolean; offered: Ticket | null; wipe: ApplicationId | null } = {
    ...{ touched: false, offered: null, wipe: null },
  };
  const calls = staffCalls(
    {
      staff,
      keysAtSignIn: { unlock: () => void told.push('unlocked') },
      outbox: { flush: () => void told.push('outbox') },
      screens: { refresh: () => void told.push('screens') },
      approvedOf: {
        heldNow: (which) => (which === 7 ? HELD : null),
        wipeToClose: () => now.wipe,
      },
      residentScreen: { touched: () => now.touched },
      startScreen: { offered: () => now.offered },
      unattended: () => void told.push('unattended'),
    },
    occupant,
  );
  return { staff, signIn, occupant, told, now, calls };
}

describe('whoever signs in', () => {
  it('opens what is sealed, and everybody is told', async () => {
    const { staff, told, calls } = stage();
    expect(await calls.signIn(ANSELM)).toEqual(done);
    expect([staff.signedIn()?.name, told]).toEqual(['Anselm', ['unlocked', 'outbox', 'screens']]);
  });

  it('with a wrong passphrase opens nothing, and that is told as well', async () => {
    const { staff, told, calls } = stage();
    expect(await calls.signIn({ ...ANSELM, passphrase: GOOD })).toMatchObject({ ok: false });
    expect([staff.signedIn(), told]).toEqual([null, ['outbox', 'screens']]);
  });

  it('is not of IT where an application is open, or about to be', async () => {
    const { staff, signIn, occupant, now, calls } = stage();
    await signIn(BERTA.name, BERTA.passphrase);
    await calls.addMember({ name: 'Cyprian', role: 'it', passphrase: GOOD });
    await calls.signOut({});
    const cyprian = { name: 'Cyprian', passphrase: GOOD };
    occupant.application = SEVENTH;
    expect(await calls.signIn(cyprian)).toMatchObject({ ok: false });
    occupant.application = null;
    now.offered = ticket.parse(7);
    expect(await calls.signIn(cyprian)).toMatchObject({ ok: false });
    expect(staff.signedIn()).toBeNull();
    now.offered = null;
    expect(await calls.signIn(cyprian)).toEqual(done);
  });
});

it.each(['signOut', 'lock'] as const)('%s: what only whoever was there may see ends', async (call) => {
  const { staff, told, calls } = stage();
  await calls.signIn(ANSELM);
  told.length = 0;
  expect(await calls[call]({})).toEqual(done);
  expect([staff.callerRole(), told]).toEqual(['nobody', ['unattended', 'screens']]);
});

it('activity is told to the screens only where it is news for a resident who has one', async () => {
  const { told, now, calls } = stage();
  expect(await calls.reportActivity({})).toEqual(done);
  expect(told).toEqual([]);
  now.touched = true;
  await calls.reportActivity({});
  expect(told).toEqual(['screens']);
});

describe('an approval', () => {
  const byBerta = { name: BERTA.name, passphrase: BERTA.passphrase };
  const denying = () => ({ ...byBerta, act: 'deny' as const, reasons: ['too-young'] });

  it('of a refusal is of the application on this screen, as it is now', async () => {
    const { staff, occupant, calls } = stage();
    await calls.signIn(ANSELM);
    expect(await calls.approve(denying())).toEqual(err({ kind: 'not-now' }));
    occupant.application = SEVENTH;
    occupant.changes = 3;
    expect(await calls.approve(denying())).toEqual(done);
    expect(staff.takeApproval(occupant.session.token, 'deny')).toMatchObject({
      about: { application: SEVENTH, changes: 3 },
    });
  });

  it('of a production is of what the keeper finds under the ticket', async () => {
    const { staff, occupant, calls } = stage();
    await calls.signIn(ANSELM);
    const approve = {
      ...byBerta,
      act: 'produceRecord',
      ticket: ticket.parse(7),
      recipient: COUNSEL,
    } as const;
    expect(await calls.approve(approve)).toEqual(done);
    expect(staff.takeApproval(occupant.session.token, 'produceRecord')).toMatchObject({ about: HELD });
  });

  it('of closing an erasure is of the one that the keeper finds', async () => {
    const { staff, occupant, now, calls } = stage();
    await calls.signIn(ANSELM);
    now.wipe = SEVENTH;
    expect(await calls.approve({ ...byBerta, act: 'closeWipe', reason: 'found-to-be-nothing' })).toEqual(
      done,
    );
    expect(staff.takeApproval(occupant.session.token, 'closeWipe')).toMatchObject({
      ...{ about: SEVENTH, reason: 'found-to-be-nothing' },
    });
  });

  it('is withdrawn with the question', async () => {
    const { staff, occupant, calls } = stage();
    await calls.signIn(ANSELM);
    await calls.approve({ ...byBerta, act: 'takeCheckpoint', way: 'stick' });
    await calls.withdrawApproval({});
    expect(staff.takeApproval(occupant.session.token, 'takeCheckpoint')).toBeNull();
  });
});

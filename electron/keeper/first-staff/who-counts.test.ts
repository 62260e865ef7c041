import { describe, expect, it } from 'vitest';
import { ROSTER } from '../../lib/provisioning/provisioning.test-support.ts';
import { allEntriesIn } from '../ledger/entries.test-support.ts';
import { startKeeper } from '../start/keeper.test-support.ts';
import type { RunningKeeper } from '../start/run-keeper.ts';
import { connectCore } from '../start/scripted-core.test-support.ts';
import {
  firstStaffBytes,
  putFirstStaff,
  type Unprovisioned,
  unprovisioned,
} from './first-staff.test-support.ts';

const [MARISOL, OTTOLINE] = ROSTER.staff;

describe('a kiosk that was provisioned with three supervisors', () => {
  const CLEMENTINE = {
    name: 'Clementine Harrow',
    role: 'supervisor',
    firstPassphrase: 'gravel parsnip lighthouse sonnet',
  } as const;
  const OWN = 'thistle harvest quartz willow';
  const GIVEN = 'walnut harpoon tundra fiddle';

  /** Starts, and lets the first supervisor sign in, so that the kiosk signs and its key rolls. */
  async function startAndSignIn(kiosk: Unprovisioned, passphrase: string) {
    const keeper = await startKeeper({ ...kiosk, scripted: true });
    expect(keeper.services.filesFit.now()).toBeNull();
    const core = await connectCore(keeper);
    expect(await core.call('signIn', { name: MARISOL?.name ?? '', passphrase })).toMatchObject({ ok: true });
    return { keeper, core };
  }

  /** `rolls`: as today. Programs of before never rolled their key. */
  async function provisionedWithThree(rolls: boolean) {
    const kiosk = unprovisioned();
    const staff = JSON.stringify({ ...ROSTER, staff: [...ROSTER.staff, CLEMENTINE] });
    putFirstStaff(kiosk, firstStaffBytes(kiosk.programme, { staff }));
    const present = MARISOL?.firstPassphrase ?? '';
    const { keeper, core } = await startAndSignIn(kiosk, present);
    if (!rolls) keeper.services.kioskKey.rollIfDue = () => undefined;
    expect(await core.call('changePassphrase', { present, next: OWN })).toMatchObject({ ok: true });
    return { kiosk, keeper, core };
  }

  const rollsOf = ({ services: { ledger } }: RunningKeeper): number =>
    allEntriesIn(ledger).filter(({ kind }) => kind === 'key-rolled').length;

  it('fits at every start: whoever came with it counts, and nobody who is added since', async () => {
    const { kiosk, keeper } = await provisionedWithThree(true);
    await keeper.stop();
    const { keeper: second, core } = await startAndSignIn(kiosk, OWN);
    const added = {
      name: 'Edda Millrace',
      role: 'supervisor',
      passphrase: GIVEN,
    } as const;
    expect(await core.call('addMember', added)).toMatchObject({ ok: true });
    await second.stop();
    const { keeper: third } = await startAndSignIn(kiosk, OWN);
    expect(rollsOf(third)).toBeGreaterThan(0);
    const unconfirmed = third.services.staff.members().filter((member) => member.unconfirmed !== null);
    expect(unconfirmed.map(({ name }) => name)).toEqual([added.name]);
  });

  it('fits as well where a program of before gave a passphrase and added somebody, and had nobody confirmed', async () => {
    const { kiosk, keeper, core } = await provisionedWithThree(false);
    const [ottoline] = keeper.services.staff.members().filter(({ name }) => name === OTTOLINE?.name);
    if (ottoline === undefined) throw new Error('no second supervisor');
    const passphrase = GIVEN;
    expect(await core.call('resetPassphrase', { member: ottoline.member, passphrase })).toMatchObject({
      ok: true,
    });
    const added = { name: 'Edda Millrace', role: 'supervisor', passphrase } as const;
    expect(await core.call('addMember', added)).toMatchObject({ ok: true });
    expect(rollsOf(keeper)).toBe(0);
    keeper.services.vault.database.exec('UPDATE staff SET given_by = NULL');
    await keeper.stop();
    for (const _start of [1, 2]) {
      const { keeper: next } = await startAndSignIn(kiosk, OWN);
      expect(rollsOf(next)).toBeGreaterThan(0);
      await next.stop();
    }
  });

  it('gets a second supervisor who counts, once, where a program of before left it with one', async () => {
    const { kiosk, keeper } = await provisionedWithThree(false);
    const { staff, vault, outbox } = keeper.services;
    const left = staff.members().filter(({ name }) => [OTTOLINE?.name, CLEMENTINE.name].includes(name));
    expect(left).toHaveLength(2);
    outbox.record(({ utc }) =>
      left.map(
        ({ member, role }) =>
          ({ ...{ kind: 'staff-changed', utc, by: member, member, role }, act: 'removed' }) as const,
      ),
    );
    for (const { member } of left)
      vault.database.prepare('DELETE FROM staff WHERE identifier = ?').run(member);
    await keeper.stop();

    const { keeper: next, core } = await startAndSignIn(kiosk, OWN);
    for (const name of ['Edda Millrace', 'Zacharias Inkwell'])
      expect(await core.call('addMember', { name, role: 'supervisor', passphrase: GIVEN })).toMatchObject({
        ok: true,
      });
    const unconfirmed = next.services.staff.members().filter((member) => member.unconfirmed !== null);
    expect(unconfirmed.map(({ name }) => name)).toEqual(['Zacharias Inkwell']);
    await next.stop();
    await startAndSignIn(kiosk, OWN);
  });
});

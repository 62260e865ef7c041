import type { Handlers } from '../../../shared/contract/declare.ts';
import { memberId } from '../../../shared/contract/ids.ts';
import type { screenCalls } from '../../../shared/contract/screen.ts';
import type { Member } from '../../../shared/contract/staff/staff-acts.ts';
import { err, ok } from '../../../shared/result.ts';
import type { FixtureKiosk } from './fixture-kiosk.ts';

type StaffActs = Pick<
  Handlers<typeof screenCalls>,
  | 'setUp'
  | 'signIn'
  | 'signOut'
  | 'lock'
  | 'setTextSize'
  | 'reportActivity'
  | 'changePassphrase'
  | 'approve'
  | 'withdrawApproval'
  | 'members'
  | 'addMember'
  | 'removeMember'
  | 'resetPassphrase'
  | 'confirmSupervisor'
  | 'letInAgain'
  | 'suggestPassphrase'
  | 'judgePassphrase'
>;

/** Typed in the place of a passphrase: so each refusal can be looked at. Anything else is right. */
const WRONG = 'wrong';
const LOCKED_OUT = 'locked';

/** Why what was typed as a passphrase is refused; null: it is right. */
export function refusedPassphrase(passphrase: string) {
  if (passphrase === WRONG) return err({ kind: 'wrong-passphrase', waitSeconds: 2 } as const);
  return passphrase === LOCKED_OUT ? err({ kind: 'locked-out', waitMinutes: 15 } as const) : null;
}

/** Calls about staff. */
export function staffActs(kiosk: FixtureKiosk): StaffActs {
  const { status, changeStatus, changeMembers, members } = kiosk;

  function mend(whose: Member['member'], change: Partial<Member>) {
    changeMembers(members().map((each) => (each.member === whose ? { ...each, ...change } : each)));
    return ok({});
  }

  function letIn(name: string) {
    const found = members().find((each) => each.name === name);
    const { role, mustChange } = found ?? { role: 'clerk', mustChange: false };
    const residents = { ...kiosk.status().residents, handedBack: null };
    return changeStatus({ staff: { name, role, mustChange }, screenLocked: false, residents });
  }

  return {
    setUp: ({ kioskName, supervisor }) =>
      changeStatus({
        ...{ kioskName, setUp: true, staffNames: members().map(({ name }) => name) },
        staff: { name: supervisor.name, role: 'supervisor', mustChange: false },
      }),
    signIn: ({ name, passphrase }) =>
      refusedPassphrase(passphrase) ?? letIn(name ?? status().staff?.name ?? ''),
    signOut: () => changeStatus({ staff: null }),
    lock: () => changeStatus({ screenLocked: true }),
    setTextSize: ({ textSize }) => changeStatus({ textSize }),
    reportActivity() {
      // A touch takes the number that a dead page left, and answers whether somebody is there; else it changes nothing
      // that is told. As over a port: not before everybody has heard of the press itself.
      setTimeout(() => {
        const { residents } = status();
        if (!residents.isNumberTaken || residents.idle !== null)
          changeStatus({ residents: { ...residents, isNumberTaken: true, idle: null } });
      });
      return ok({});
    },
    changePassphrase({ present }) {
      const { staff } = kiosk.status();
      const refusal = refusedPassphrase(present);
      if (refusal !== null || staff === null) return refusal ?? err({ kind: 'not-allowed' });
      return changeStatus({ staff: { ...staff, mustChange: false } });
    },
    approve: ({ act, name, passphrase }) =>
      refusedPassphrase(passphrase) ?? changeStatus({ approval: { act, by: name } }),
    withdrawApproval: () => changeStatus({ approval: null }),
    members: () => ok({ members: [...members()] }),
    addMember({ name, role }) {
      const member = memberId.parse(String(members().length).padStart(32, '0'));
      const by = members().find((each) => each.name === status().staff?.name);
      const unconfirmed = role === 'supervisor' && by !== undefined ? { givenBy: by.member } : null;
      const added = { member, name, role, lockedOutMinutes: null, mustChange: true, unconfirmed };
      changeMembers([...members(), added]);
      return ok({});
    },
    removeMember({ member }) {
      changeMembers(members().filter((each) => each.member !== member));
      return ok({});
    },
    resetPassphrase: ({ member }) => mend(member, { mustChange: true }),
    confirmSupervisor: ({ member, passphrase }) =>
      refusedPassphrase(passphrase) ?? mend(member, { unconfirmed: null }),
    letInAgain: ({ member }) => mend(member, { lockedOutMinutes: null }),
    suggestPassphrase: () => ok({ passphrase: 'walnut harpoon tundra fiddle' }),
    // The real one is of 240,000 words. Four words are enough here.
    judgePassphrase: ({ passphrase }) =>
      ok({ strength: Math.min(4, passphrase.split(' ').filter((word) => word.length > 2).length) }),
  };
}

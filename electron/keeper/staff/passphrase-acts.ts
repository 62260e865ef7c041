import type { CallerState } from '../../../shared/contract/authorize-calls.ts';
import type { MemberId } from '../../../shared/contract/ids.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { passphraseOf } from '../../../shared/staff/passphrase.ts';
import { wrapDeviceKey } from '../custody/device-key.ts';
import type { Actor } from './actor.ts';
import type { Approvals, BoundAct } from './approvals.ts';
import type { MemberRow, MemberRows } from './member-rows.ts';
import type { Members } from './members.ts';
import { newPassphrase, type WeakPassphrase } from './new-passphrase.ts';
import type { InsteadOfOwn, PassphraseCheck } from './passphrase-check.ts';
import { countsAsPerson } from './second-person.ts';
import type { SignedIn, SignInState } from './sign-in-and-idle-lock.ts';
import type { Refused } from './sign-in-attempts.ts';

/** Lends the unwrapped device key, which is zeroed when this returns. */
export type OnDeviceKey = (deviceKey: Uint8Array) => void;

export interface Credentials {
  readonly name: string;
  readonly passphrase: string;
}

type NotAllowed = { readonly kind: 'not-allowed' };

/** What somebody does by typing the passphrase they have. Each is to be run one after the other. */
export interface PassphraseActs {
  /**
   * Signs in, opens a locked screen, or takes it back from an applicant. `name`: null for whoever is signed in behind it.
   * Whoever was signed in stays so when it fails. Where
   * an applicant has the screen, or it is locked behind one, a wrong passphrase, a name that nobody has, and somebody whom
   * `admits` keeps out are one and the same in all that is answered and counted: see `waitAtApplicantScreen`. Elsewhere
   * whoever is kept out is told so (`not-allowed`). `admits` is asked once the passphrase is known: what it judges may have
   * changed while it was hashed.
   */
  signIn(
    name: string | null,
    passphrase: string,
    onDeviceKey: OnDeviceKey,
    admits?: (role: StaffRole) => boolean,
  ): Promise<Result<SignedIn, Refused | NotAllowed>>;
  /** The signed-in member's own. `not-allowed`: nobody is signed in, or the screen is locked. */
  changePassphrase(
    present: string,
    next: string,
  ): Promise<Result<null, Refused | WeakPassphrase | NotAllowed>>;
  /**
   * A supervisor signs for one act on this session's screen, within `APPROVAL_SECONDS`; whoever is signed in
   * stays so. `not-a-second-person`: the passphrase is right, but it is no supervisor's, or the same person's,
   * or of one who does not count as a second person (`countsAsPerson`). `not-confirmed`: a supervisor asks who does not:
   * the two of them could be one person.
   */
  approve(
    token: string,
    input: BoundAct & Credentials,
  ): Promise<Result<null, Refused | NotAllowed | { readonly kind: 'not-a-second-person' | 'not-confirmed' }>>;
  /** Another supervisor confirms this one, by their passphrase, on the screen of a supervisor. */
  confirm(member: MemberId, by: Credentials): Promise<Result<null, Refused | NotAllowed | ConfirmFailure>>;
  /**
   * Who sets a legal hold by their passphrase, also while they are locked out: tries are counted apart, wait for half a minute at
   * most, and lock nobody out. Whoever is no supervisor, or has a passphrase that somebody else chose, is refused like one
   * that is wrong.
   */
  vouchForHold(by: Credentials, onDeviceKey: OnDeviceKey): Promise<Result<Actor, Refused>>;
}

type ConfirmFailure = Extract<ReturnType<Members['confirm']>, { readonly ok: false }>['error'];

export interface PassphraseActsParts {
  readonly rows: MemberRows;
  readonly check: PassphraseCheck['check'];
  readonly signInState: SignInState;
  readonly approvals: Approvals;
  readonly members: Members;
  callerRole(): CallerState['role'];
  kioskName(): string | null;
}

export function createPassphraseActs(parts: PassphraseActsParts): PassphraseActs {
  const { rows, check, signInState, approvals, members } = parts;
  const behind = () => {
    const who = signInState.signedIn();
    return who === null ? null : rows.byIdentifier(who.member);
  };
  return {
    async signIn(name, passphrase, onDeviceKey, admits = () => true) {
      const isApplicants = signInState.isWithResident() || signInState.handedBack() !== null;
      const letIn = (deviceKey: Uint8Array, row: MemberRow): SignedIn | null => {
        if (!admits(row.role)) return null;
        onDeviceKey(deviceKey);
        const who = {
          ...{ member: row.identifier, name: row.name, role: row.role },
          mustChange: row.must_change === 1,
        };
        approvals.withdrawAll();
        signInState.enter(who);
        return who;
      };
      const named = name === null ? behind() : rows.byName(name);
      const instead: InsteadOfOwn | undefined = isApplicants
        ? { counted: 'applicant-screen', admits: (row) => admits(row.role) }
        : undefined;
      const checked = await check(named, passphrase, letIn, instead);
      if (!checked.ok) return checked;
      return checked.value === null ? err({ kind: 'not-allowed' }) : ok(checked.value);
    },
    async changePassphrase(present, next) {
      const who = signInState.signedIn();
      if (who === null || signInState.screenLocked() || signInState.isWithResident())
        return err({ kind: 'not-allowed' });
      // The present one again would change nothing, and somebody else may know it.
      if (passphraseOf(next) === passphraseOf(present)) return err({ kind: 'weak-passphrase' });
      const chosen = await newPassphrase(next, [who.name, parts.kioskName()]);
      if (!chosen.ok) return chosen;
      const rewrapped = await check(rows.byIdentifier(who.member), present, async (deviceKey, row) => ({
        row,
        wrapped: await wrapDeviceKey(deviceKey, chosen.value, row),
      }));
      if (!rewrapped.ok) return rewrapped;
      const done = members.rewrapOwn(rewrapped.value.row, rewrapped.value.wrapped);
      if (done.ok) signInState.setMustChange(who.member, false);
      return done;
    },
    async approve(token, { name, passphrase, ...act }) {
      const asker = signInState.signedIn();
      const checked = await check(rows.byName(name), passphrase, (_deviceKey, row) => row);
      if (!checked.ok) return checked;
      const second = checked.value;
      // Somebody else may have come to the kiosk while the passphrase was hashed.
      const stays = asker !== null && asker.member === signInState.signedIn()?.member;
      const role = parts.callerRole();
      if (!stays || role === 'nobody' || role === 'resident' || role === 'handed-back')
        return err({ kind: 'not-allowed' });
      if (second.identifier === asker.member || !countsAsPerson(second))
        return err({ kind: 'not-a-second-person' });
      const first = rows.byIdentifier(asker.member);
      if (first?.role === 'supervisor' && !countsAsPerson(first)) return err({ kind: 'not-confirmed' });
      approvals.grant(token, { ...act, member: second.identifier, name: second.name });
      return ok(null);
    },
    async confirm(member, { name, passphrase }) {
      const asker = signInState.signedIn();
      const checked = await check(rows.byName(name), passphrase, (_deviceKey, row) => row.identifier);
      if (!checked.ok) return checked;
      // Somebody else may have come to the kiosk while the passphrase was hashed.
      const stays = asker !== null && asker.member === signInState.signedIn()?.member;
      if (!stays || parts.callerRole() !== 'supervisor') return err({ kind: 'not-allowed' });
      return members.confirm(checked.value, member);
    },
    vouchForHold: ({ name, passphrase }, onDeviceKey) =>
      check(
        rows.byName(name),
        passphrase,
        (deviceKey, row) => {
          onDeviceKey(deviceKey);
          return { member: row.identifier, name: row.name };
        },
        {
          counted: 'hold-form',
          admits: (row) => row.role === 'supervisor' && row.must_change === 0,
        },
      ),
  };
}

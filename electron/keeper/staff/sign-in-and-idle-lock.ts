import type { MemberId } from '../../../shared/contract/ids.ts';
import type { HandedBack } from '../../../shared/contract/residents/resident-acts.ts';
import type { StaffRole } from '../../../shared/contract/status.ts';
import type { TextSize } from '../../../shared/contract/text-size.ts';

export interface SignedIn {
  readonly member: MemberId;
  readonly name: string;
  readonly role: StaffRole;
  /** Somebody else chose their passphrase: they choose one themselves before anything else. */
  readonly mustChange: boolean;
}

/**
 * Who is at the kiosk now, and whose the screen is: of whoever is signed in, of nobody (locked), of a resident to whom it
 * was given, or of nobody behind one of them, who may still stand before it. In memory only: after a restart of the keeper nobody is here.
 */
export interface SignInState {
  signedIn(): SignedIn | null;
  /** Signs in, opens a locked screen or takes it back from a resident, also for somebody else than before. */
  enter(who: SignedIn): void;
  /** The signed-in person's passphrase was chosen, by themselves or by somebody else. A lock stays. */
  setMustChange(member: MemberId, mustChange: boolean): void;
  leave(): void;
  /** True from the very instant in which the time is up, whether or not `lockWhenIdle` was called. */
  screenLocked(): boolean;
  /** The screen is a resident's, until somebody enters, it is locked, or whoever is signed in leaves. The idle lock sleeps. */
  giveScreen(): void;
  isWithResident(): boolean;
  /** Somebody touched the kiosk. A screen that is locked stays so. */
  reportActivity(): void;
  /** `behind`: how a resident who had the screen left it. Where staff had it nobody is behind it. */
  lock(behind?: HandedBack): void;
  /** How a resident left the screen that is locked now; null: staff had it, or it is not locked. */
  handedBack(): HandedBack | null;
  /** How large whoever is here wants their text; whoever comes after them begins at 100 %. */
  textSize(): TextSize;
  setTextSize(size: TextSize): void;
  /** Locks when the time is up. True if it did so now: everybody is to be told. To be called every few seconds. */
  lockWhenIdle(): boolean;
}

/**
 * `uptime`: milliseconds that the machine has run. `lockAfterMinutes`: so long without anybody touching the kiosk, and its
 * screen is locked.
 */
export function createSignInState(uptime: () => number, lockAfterMinutes: number): SignInState {
  let who: SignedIn | null = null;
  let screen: 'theirs' | 'locked' | 'given' | HandedBack = 'theirs';
  let lastActivity = 0;
  let size: TextSize = 100;
  const idle = (): boolean => uptime() - lastActivity >= lockAfterMinutes * 60_000;
  const screenLocked = (): boolean => who !== null && screen !== 'given' && (screen !== 'theirs' || idle());
  return {
    signedIn: () => who,
    enter(next) {
      // Set before signing in, it is theirs already.
      if (who !== null && who.member !== next.member) size = 100;
      who = next;
      screen = 'theirs';
      lastActivity = uptime();
    },
    setMustChange(member, mustChange) {
      if (who?.member === member) who = { ...who, mustChange };
    },
    leave() {
      who = null;
      screen = 'theirs';
      size = 100;
    },
    screenLocked,
    giveScreen() {
      if (who === null || screenLocked()) throw new Error('a screen was given that is nobody’s');
      screen = 'given';
    },
    isWithResident: () => screen === 'given',
    textSize: () => size,
    setTextSize(next) {
      size = next;
    },
    reportActivity() {
      if (!screenLocked()) lastActivity = uptime();
    },
    lock(behind = 'unfinished') {
      if (who === null) return;
      if (screen === 'given') screen = behind;
      else if (screen === 'theirs') screen = 'locked';
    },
    handedBack: () => (screen === 'theirs' || screen === 'locked' || screen === 'given' ? null : screen),
    lockWhenIdle() {
      const now = screen === 'theirs' && screenLocked();
      if (now) screen = 'locked';
      return now;
    },
  };
}

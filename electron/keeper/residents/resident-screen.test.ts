import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applicationId } from '../../../shared/contract/ids.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { FIRST_LOOK } from '../../../shared/residents/look.ts';
import { testClock } from '../clock.test-support.ts';
import { createResidentIdle } from './resident-idle.ts';
import { createResidentScreen } from './resident-screen.ts';

/** A screen that a resident has, before which nobody is watched but by the test. */
function stage(setting: ResidentSetting = 'self-service') {
  const clock = testClock({ now: 0 });
  const kiosk = { isGiven: false, isServing: true };
  const residentScreen = createResidentScreen({
    clock,
    staff: {
      giveScreen() {
        kiosk.isGiven = true;
      },
      isWithResident: () => kiosk.isGiven,
    },
    rules: () => ({ warnAfterSeconds: 120, endAfterSeconds: 30 }),
    isServing: () => kiosk.isServing,
    isOffered: () => false,
    isOpen: () => true,
  });
  const idle = createResidentIdle({
    residentScreen,
    staff: {
      isWithResident: () => kiosk.isGiven,
      lock() {
        kiosk.isGiven = false;
      },
      handedBack: () => (kiosk.isGiven ? null : 'unfinished'),
    },
    kiosk: { forResidents: () => ({ setting }) },
    applicationShown: () => null,
    startScreen: { offeredApplication: () => null, offer: () => undefined },
    endings: { shown: () => ({ kind: 'none' }), readerLeft: () => undefined, over: () => undefined },
    end: () => true,
    failed: expect.fail,
  });
  residentScreen.give('pl');
  return { clock, kiosk, residentScreen, idle };
}

it('a warning is told once when it begins and once when it is answered, and not at each look', () => {
  const { clock, residentScreen, idle } = stage();
  expect(idle.check()).toBe(false);
  clock.advance(120_000);
  expect([idle.check(), idle.check()]).toEqual([true, false]);
  expect(residentScreen.idle()).toEqual({ endsInSeconds: 30 });
  expect([residentScreen.touched(), residentScreen.touched()]).toEqual([true, false]);
  expect([idle.check(), idle.check()]).toEqual([true, false]);
});

it('nobody is warned while staff have the screen', () => {
  const { clock, kiosk, residentScreen } = stage();
  clock.advance(210_000);
  expect(residentScreen.hasLapsed()).toBe(true);
  kiosk.isGiven = false;
  expect([residentScreen.idle(), residentScreen.isTimeUp(), residentScreen.language()]).toEqual([
    null,
    false,
    null,
  ]);
});

it('whoever reads and has begun nothing is warned as well, and goes on with a touch until the screen is the next one’s', () => {
  const { clock, kiosk, residentScreen, idle } = stage();
  kiosk.isServing = false;
  clock.advance(120_000);
  expect([idle.check(), residentScreen.idle()]).toEqual([true, { endsInSeconds: 30 }]);
  expect([residentScreen.touched(), residentScreen.idle()]).toEqual([true, null]);
  const reads = residentScreen.visitor();
  clock.advance(150_000);
  // Nothing was entered that whoever touches it now could find.
  expect([residentScreen.isTimeUp(), residentScreen.hasLapsed()]).toEqual([true, false]);
  idle.check();
  expect(residentScreen.visitor()).not.toBe(reads);
  // Nobody has touched it since, so it is nobody's, and nobody is asked.
  clock.advance(149_000);
  expect([residentScreen.idle(), idle.check()]).toEqual([null, false]);
  residentScreen.touched();
  clock.advance(120_000);
  expect(residentScreen.idle()).toEqual({ endsInSeconds: 30 });
});

it('a session that is replaced is nobody’s act: what is left is no more than what was left', () => {
  const { clock, residentScreen } = stage();
  clock.advance(100_000);
  residentScreen.sessionDied();
  clock.advance(20_000);
  expect(residentScreen.idle()).toEqual({ endsInSeconds: 30 });
  clock.advance(30_000);
  expect(residentScreen.isTimeUp()).toBe(true);
  residentScreen.sessionDied();
  expect(residentScreen.isTimeUp()).toBe(true);
});

it('whoever waited before a page that died can still answer the warning, once for each touch', () => {
  const { clock, residentScreen } = stage();
  clock.advance(145_000);
  residentScreen.sessionDied();
  expect(residentScreen.idle()).toEqual({ endsInSeconds: 30 });
  clock.advance(25_000);
  residentScreen.sessionDied();
  expect(residentScreen.idle()).toEqual({ endsInSeconds: 5 });
  expect(residentScreen.touched()).toBe(true);
  clock.advance(145_000);
  residentScreen.sessionDied();
  expect(residentScreen.idle()).toEqual({ endsInSeconds: 30 });
});

it('however often its page dies, a screen that nobody touches ends, after three minutes at most', () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 200_000 }), { maxLength: 30 }), (pauses) => {
      const { clock, residentScreen } = stage();
      let waited = 0;
      for (const pause of pauses) {
        clock.advance(pause);
        waited += pause;
        residentScreen.sessionDied();
      }
      clock.advance(Math.max(0, 180_000 - waited));
      expect(residentScreen.isTimeUp()).toBe(true);
    }),
  );
});

it('whoever’s number nobody has taken yet is warned, and a touch takes it', () => {
  const { clock, kiosk, residentScreen } = stage();
  kiosk.isServing = false;
  residentScreen.leaveBehind(applicationId.parse('a'.repeat(32)));
  clock.advance(121_000);
  expect(residentScreen.idle()).toEqual({ endsInSeconds: 29 });
  expect([residentScreen.touched(), residentScreen.leftBehind(), residentScreen.idle()]).toEqual([
    true,
    null,
    null,
  ]);
  residentScreen.leaveBehind(applicationId.parse('a'.repeat(32)));
  // Before any warning as well: the screen tells another wait from then on.
  expect([residentScreen.touched(), residentScreen.touched()]).toEqual([true, false]);
  residentScreen.leaveBehind(applicationId.parse('a'.repeat(32)));
  clock.advance(150_000);
  // From the very instant on nobody takes it.
  expect(residentScreen.hasLapsed()).toBe(true);
});

it('how the screen is seen ends with what was begun so, with what was told so, and with whoever used it', () => {
  const { kiosk, residentScreen } = stage();
  const look = { ...FIRST_LOOK, textSize: 'largest', theme: 'high' } as const;
  for (const end of ['startOver', 'forgetReader', 'nextVisitor'] as const) {
    residentScreen.reads('uk');
    residentScreen.sees(look);
    expect(residentScreen.reader()).toEqual({ language: 'uk', look });
    residentScreen[end]();
    expect(residentScreen.reader(), end).toEqual({ language: 'en', look: FIRST_LOOK });
  }
  kiosk.isGiven = false;
  expect(residentScreen.reader()).toBeNull();
  residentScreen.sees(look);
  kiosk.isGiven = true;
  expect(residentScreen.reader()?.look).toEqual(FIRST_LOOK);
});

it('a language ends with what was begun in it', () => {
  const { kiosk, residentScreen } = stage();
  residentScreen.reads('uk');
  expect(residentScreen.language()).toBe('uk');
  residentScreen.startOver();
  expect(residentScreen.language()).toBe('en');
  kiosk.isGiven = false;
  // Of a clerk's applicant nobody keeps it.
  residentScreen.reads('ar');
  kiosk.isGiven = true;
  expect(residentScreen.language()).toBe('en');
});

it('at a counter a start screen that nobody touches goes to staff, in self-service it stays', () => {
  for (const [setting, stays] of [
    ['counter', false],
    ['self-service', true],
  ] as const) {
    const { clock, kiosk, idle } = stage(setting);
    kiosk.isServing = false;
    clock.advance(150_000);
    idle.check();
    expect(kiosk.isGiven).toBe(stays);
  }
});

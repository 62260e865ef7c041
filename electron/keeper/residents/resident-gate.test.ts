import { describe, expect, it } from 'vitest';
import { type Ticket, ticket } from '../../../shared/contract/ids.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { createResidentGate } from './resident-gate.ts';

const THEIRS = ticket.parse(7);
const OTHER = ticket.parse(8);

/** A screen with nobody's application on it. `done`: what became of it, in order. */
function stage(
  whose: 'staff' | 'resident',
  { setting = 'self-service', offered = null }: { setting?: ResidentSetting; offered?: Ticket | null } = {},
) {
  const done: string[] = [];
  const gate = createResidentGate({
    residentScreen: {
      language: () => (whose === 'resident' ? 'pl' : null),
      startOver: () => done.push('starts over'),
      nextVisitor: () => done.push('next visitor'),
    },
    kiosk: { forResidents: () => ({ setting }) },
    startScreen: { offered: () => offered },
  });
  return { gate, done };
}

describe('a resident', () => {
  it.each<[ResidentSetting, Ticket | null, boolean]>([
    ['self-service', null, true],
    // Somebody's session has died: theirs is opened again, and nobody begins before them.
    ['self-service', THEIRS, false],
    ['counter', null, false],
    ['off', null, false],
  ])('with the setting %s, and %s offered, begins: %s', (setting, offered, may) => {
    expect(stage('resident', { setting, offered }).gate.mayCreate()).toBe(may);
  });

  it('opens the application that is offered, and no other', () => {
    const { gate } = stage('resident', { offered: THEIRS });
    expect([THEIRS, OTHER, null].map((which) => gate.mayOpen(which))).toEqual([true, false, false]);
  });

  it('opens none where none is offered: not by a card either, which has no number', () => {
    const { gate } = stage('resident');
    expect([THEIRS, null].map((which) => gate.mayOpen(which))).toEqual([false, false]);
  });

  it('is still the same one when theirs is open, and reads on in their language if it was there before', () => {
    const { gate, done } = stage('resident', { offered: THEIRS });
    gate.opened();
    expect(done).toEqual([]);
    gate.created();
    expect(done).toEqual(['starts over']);
  });
});

describe('staff', () => {
  it('bring onto the screen what their role lets them, whatever is offered', () => {
    for (const setting of ['off', 'counter', 'self-service'] as const) {
      const { gate } = stage('staff', { setting, offered: THEIRS });
      expect(gate.mayCreate()).toBe(true);
      expect([THEIRS, OTHER, null].map((which) => gate.mayOpen(which))).toEqual([true, true, true]);
    }
  });

  it('bring it there for somebody else than whoever looked at the screen before', () => {
    const { gate, done } = stage('staff');
    gate.opened();
    expect(done).toEqual(['next visitor']);
    gate.created();
    expect(done).toEqual(['next visitor', 'next visitor', 'starts over']);
  });
});

import { expect, it } from 'vitest';
import { FIRST_LOOK } from '../../../shared/residents/look.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import type { Occupants } from '../applications/occupants.ts';
import { createHolds } from '../holds/holds.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { endUnattended } from './end-unattended.ts';

/** An application that a resident went away from. `done`: what came of it, in order. */
function stage({ isHeld = false, mayEnd = true } = {}) {
  const vault = newVault();
  const { id, ticket } = begin(vault, '2026-11-24', 1_800_000_000_000);
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const by = { reason: 'subpoena', since: 5, by: 'Marisol Tidewater' } as const;
  if (isHeld) holds.set({ ...by, scope: 'all', applications: [] });
  const occupants: Occupants = new Map();
  const done: unknown[] = [];
  const port = {
    ...{ vault, holds, occupants },
    residentScreen: {
      reader: () => ({ language: 'pl', look: FIRST_LOOK }) as const,
      startOver: () => done.push('starts over'),
    },
    sessionReplacement: {
      async putAside(
        ...[who, , told]: Parameters<Parameters<typeof endUnattended>[0]['sessionReplacement']['putAside']>
      ) {
        done.push([who.leaving, told]);
      },
    },
    unfinishedEndings: {
      endIfMay(application: typeof id, ending: string) {
        done.push([application === id, ending]);
        return mayEnd;
      },
    },
  };
  const openInSession = (): void => void Object.assign(newOccupant(occupants), { application: id });
  return { vault, id, ticket, done, openInSession, end: () => endUnattended(port, id) };
}

it('ends as one whose time is over, if it may end so now', () => {
  for (const mayEnd of [true, false]) {
    const { done, end } = stage({ mayEnd });
    expect(end()).toBe(mayEnd);
    expect(done).toEqual([[true, 'policy-expired']]);
  }
});

it('of what has ended already there is nothing more to end', () => {
  const { vault, id, done, end } = stage({ mayEnd: false });
  vault.remove(id);
  expect([end(), done]).toEqual([true, []]);
});

it('what a hold keeps is taken off the screen and not ended; on none it stays as it is', () => {
  const { ticket, done, openInSession, end } = stage({ isHeld: true });
  expect([end(), done]).toEqual([true, []]);
  openInSession();
  expect(end()).toBe(true);
  const told = {
    kind: 'left',
    language: 'pl',
    look: FIRST_LOOK,
    outcome: 'expired',
    became: { kind: 'held', ticket },
  };
  expect(done).toEqual([[true, told], 'starts over']);
});

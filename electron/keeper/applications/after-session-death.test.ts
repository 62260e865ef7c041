import { expect, it } from 'vitest';
import { type ApplicationId, applicationId, type Ticket, ticket } from '../../../shared/contract/ids.ts';
import { afterDeath } from './after-session-death.ts';
import { newOccupant } from './occupants.test-support.ts';
import type { Occupant, Occupants } from './occupants.ts';

const APPLICATION = applicationId.parse('a'.repeat(32));
const TICKET = ticket.parse(7);

/** One session, and one application with a number. `told`: what everybody is told of its death, in order. */
function stage(offered: Ticket | null = null, handedBack: 'unfinished' | null = null) {
  const occupants: Occupants = new Map();
  const occupant = newOccupant(occupants);
  const told: unknown[] = [];
  const port = {
    occupants,
    vault: { find: () => ({ ticket: TICKET }), findByTicket: () => ({ id: APPLICATION }) },
    sessionEndings: { giveUpSearch: (application: ApplicationId) => told.push(['given up', application]) },
    recordSearches: { forget: (who: Occupant) => told.push(['forgotten', who === occupant]) },
    endings: { sessionDied: ({ occupied }: { occupied: boolean }) => told.push(['died', occupied]) },
    startScreen: { offered: () => offered, offer: (next: Ticket | null) => told.push(['offered', next]) },
    staff: { handedBack: () => handedBack },
  };
  const die = (wasShown = true): readonly unknown[] => {
    afterDeath(port, { session: occupant.session, wasShown }, (which) => told.push(['on screen', which]));
    return told;
  };
  return { occupants, occupant, die };
}

const forgotten = ['forgotten', true];

it('offers what a session on the screen had open, once it is nobody’s', () => {
  const { occupants, occupant, die } = stage();
  occupant.application = APPLICATION;
  expect(die()).toEqual([forgotten, ['died', true], ['offered', TICKET], ['on screen', APPLICATION]]);
  expect(occupants.size).toBe(0);
});

it('offers no more what has brought down a second one, which was offered it and had not opened it', () => {
  const { die } = stage(TICKET);
  expect(die()).toEqual([forgotten, ['died', false], ['offered', null], ['on screen', APPLICATION]]);
});

it('behind a lock leaves what is offered for whoever has the screen back', () => {
  const { die } = stage(TICKET, 'unfinished');
  expect(die()).toEqual([forgotten, ['died', false]]);
});

it('leaves the wipe of its application to prove that it is gone', () => {
  const { occupants, occupant, die } = stage();
  occupant.application = APPLICATION;
  occupant.finishing = true;
  expect(die()).toEqual([['given up', APPLICATION]]);
  expect(occupants.size).toBe(1);
});

it('offers nothing of what was being set aside, and nothing where it was not on the screen', () => {
  const leaving = stage();
  leaving.occupant.application = APPLICATION;
  leaving.occupant.leaving = true;
  expect(leaving.die()).toEqual([forgotten]);
  expect(leaving.occupants.size).toBe(1);
  const spare = stage();
  expect(spare.die(false)).toEqual([forgotten]);
  expect(spare.occupants.size).toBe(0);
});

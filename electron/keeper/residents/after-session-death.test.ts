import { expect, it } from 'vitest';
import { type ApplicationId, applicationId, type Ticket, ticket } from '../../../shared/contract/ids.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { FIRST_LOOK, type ResidentReader } from '../../../shared/residents/look.ts';
import { afterDeathWithResident } from './after-session-death.ts';

const APPLICATION = applicationId.parse('a'.repeat(32));
const TICKET = ticket.parse(7);
const READER: ResidentReader = { language: 'pl', look: FIRST_LOOK };

interface Died {
  readonly setting?: ResidentSetting;
  readonly reader?: ResidentReader | null;
  /** It is opened again by the next session. */
  readonly offered?: Ticket | null;
  readonly isStored?: boolean;
  readonly application?: ApplicationId | null;
}

/** What comes of a session's death, in order. */
function after({
  setting = 'self-service',
  reader = READER,
  offered = null,
  ...died
}: Died): readonly unknown[] {
  const done: unknown[] = [];
  const { application = APPLICATION, isStored = true } = died;
  afterDeathWithResident(
    {
      residentScreen: {
        reader: () => reader,
        sessionDied: () => done.push('died'),
        leaveBehind: (which) => done.push(['left behind', which]),
      },
      staff: { lock: () => done.push('locked') },
      kiosk: { forResidents: () => ({ setting }) },
      vault: { stored: () => (isStored ? {} : null) },
      startScreen: { offered: () => offered },
      clerkQueue: {
        join(which, read) {
          done.push(['waits', which, read]);
          return {
            kind: 'ticket',
            ticket: TICKET,
            ...read,
            waits: { until: null, custody: 'memory' },
          };
        },
      },
      endings: { leftOpen: (which, { ticket: number }) => done.push(['told', which, number]) },
    },
    application,
  );
  return done;
}

it('in self-service whoever was there gets the number under which a clerk finds what is offered no more', () => {
  expect(after({})).toEqual([
    'died',
    ['waits', APPLICATION, READER],
    ['told', APPLICATION, TICKET],
    ['left behind', APPLICATION],
  ]);
});

it('at a counter the screen goes to staff', () => {
  expect(after({ setting: 'counter' })).toEqual(['died', 'locked']);
});

it.each<[string, Died, readonly unknown[]]>([
  ['what is opened again by the next session', { offered: TICKET }, ['died']],
  ['what has ended meanwhile', { isStored: false }, ['died']],
  ['nothing', { application: null }, ['died']],
  ['what staff had before them', { reader: null }, []],
])('no number is told of %s', (_, died, done) => {
  expect(after(died)).toEqual(done);
});

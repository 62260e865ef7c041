import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { applicationId, ticket } from '../../../shared/contract/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import type { SessionPool } from '../sessions/session-pool.ts';
import { standInPool } from '../sessions/stand-in-pool.test-support.ts';
import { addOccupant, type Occupants } from './occupants.ts';
import { createSessionReplacement } from './session-replacement.ts';

const SEVENTH = applicationId.parse('7'.repeat(32));
const ASIDE = { kind: 'put-aside', ticket: ticket.parse(7) } as const;

/** A pool whose sessions have no process, with somebody in the one on the screen. What happened, in order. */
async function stage(changed: Partial<SessionPool> = {}) {
  const happened: string[] = [];
  const folder = workingFolder();
  const sessions = standInPool(
    { keeperFolder: folder, emptySelections: () => Promise.resolve({ kind: 'empty' }) },
    join(folder, 'sessions.json'),
  );
  await sessions.start();
  const shown = sessions.shown();
  if (shown === null) throw new Error('no session is shown');
  const pool: SessionPool = {
    ...sessions,
    async replaceSession(from) {
      await sessions.replaceSession(from);
      happened.push('another is shown');
    },
    end(session) {
      happened.push('ended');
      return sessions.end(session);
    },
    ended(session) {
      happened.push('forgotten');
      sessions.ended(session);
    },
    ...changed,
  };
  const occupants: Occupants = new Map();
  const occupant = addOccupant(occupants, shown);
  const replacement = createSessionReplacement({
    ...{ pool, occupants },
    endings: { leftOpen: (application, told) => void happened.push(`left ${application}, ${told.kind}`) },
    residentScreen: { forgetReader: () => void happened.push('reader forgotten') },
    screens: { refresh: () => void happened.push('screens') },
    onBug: (where) => void happened.push(`bug: ${where}`),
  });
  return { happened, sessions, occupants, occupant, replacement };
}

describe('an application that is put aside', () => {
  it('leaves its session to end, once another is on the screen; nothing here refers to it any more', async () => {
    const { happened, sessions, occupants, occupant, replacement } = await stage();
    const { session } = occupant;
    const departure = replacement.putAside(occupant, SEVENTH, ASIDE);
    // Whoever opens it again waits for this.
    expect(occupant.departure).toBe(departure);
    await departure;
    expect(happened).toEqual([
      ...[`left ${SEVENTH}, put-aside`, 'reader forgotten'],
      ...['another is shown', 'ended', 'forgotten', 'screens'],
    ]);
    expect(sessions.shown()).not.toBe(session);
    expect([occupants.size, sessions.withToken(session.token), existsSync(session.folder.path)]).toEqual([
      0,
      null,
      false,
    ]);
  });

  it('stops the keeper where the session that knew somebody cannot be ended', async () => {
    const cannotEnd: SessionPool['end'] = () =>
      Promise.resolve(err({ kind: 'processes-left', pids: [4711] }));
    const { happened, occupants, occupant, replacement } = await stage({ end: cannotEnd });
    await expect(replacement.leave(occupant)).rejects.toThrow('4711');
    expect([occupants.size, happened]).toEqual([1, ['another is shown']]);
  });
});

describe('a session whose core searches', () => {
  it('loses all but its core once another is on the screen', async () => {
    const ends: string[] = [];
    const { occupant, replacement, sessions } = await stage({
      async endAllButCore(session, replaced) {
        await replaced;
        ends.push(session.token === sessions.shown()?.token ? 'on the screen' : 'behind another');
      },
    });
    await replacement.replaceSearching(occupant);
    await Promise.resolve();
    expect(ends).toEqual(['behind another']);
  });

  it('goes on searching where the rest of it does not end: the end of the whole meets it again', async () => {
    const { happened, occupant, replacement } = await stage({
      endAllButCore: () => Promise.reject(new Error('a process stays')),
    });
    await replacement.replaceSearching(occupant);
    await Promise.resolve();
    expect(happened).toContain('bug: end of all but the core');
  });
});

it('where no session comes up any more there is nothing to wait for', async () => {
  const { occupant, replacement } = await stage({
    replaceSession: () => Promise.reject(new Error('no session starts')),
    end: () => Promise.resolve(ok({ processes: 1, selections: { kind: 'empty' } })),
  });
  await replacement.replaceSession(occupant);
  expect(occupant.replacement).not.toBeNull();
});

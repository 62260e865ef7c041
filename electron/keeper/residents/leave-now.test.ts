import { expect, it } from 'vitest';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { FIRST_LOOK } from '../../../shared/residents/look.ts';
import { err, ok } from '../../../shared/result.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { createHolds } from '../holds/holds.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { type LeaveNowPort, leaveNowCalls } from './leave-now.ts';

const MADE = new Uint8Array([7]);
const ORDER = { roots: ['/somewhere'], names: [], days: [] };

/** An open application, on a screen that a resident has, or staff (null). `done`: what came of it, in order. */
function stage(language: ResidentLanguage | null, isHeld = false) {
  const vault = newVault();
  const { id, ticket } = begin(vault, '2026-11-24', 1_800_000_000_000);
  vault.addMade(id, MADE);
  const holds = createHolds(vault, () => ({ wipeBegun: 'complete' }));
  const by = { reason: 'subpoena', since: 5, by: 'Marisol Tidewater' } as const;
  if (isHeld) holds.set({ ...by, scope: 'all', applications: [] });
  const occupant = newOccupant();
  occupant.application = id;
  const done: unknown[] = [];
  const withdraw: LeaveNowPort['withdraw'] = () => {
    done.push('withdrawn');
    if (isHeld) return err({ kind: 'held' });
    vault.remove(id);
    return ok(ORDER);
  };
  const calls = leaveNowCalls(
    {
      ...{ vault, holds, withdraw },
      residentScreen: {
        reader: () => (language === null ? null : { language, look: FIRST_LOOK }),
        startOver: () => done.push('starts over'),
      },
      sessionReplacement: {
        async putAside(who, application, told) {
          done.push([who === occupant, who.leaving, application === id, told]);
        },
      },
    },
    occupant,
  );
  return { vault, id, ticket, occupant, done, calls };
}

it.each([null, 'pl'] as const)(
  'is erased, and searched for by what was made of it (read in %s)',
  async (language) => {
    const { done, calls } = stage(language);
    expect(await calls.leaveNow({ fingerprints: null })).toEqual({
      ok: true,
      value: { ...ORDER, kind: 'erasing', fingerprints: [Buffer.from(MADE)] },
    });
    expect(done).toEqual(['withdrawn']);
  },
);

it('that a hold keeps goes off a resident’s screen as it is, which says so in their language', async () => {
  const { vault, id, ticket, done, calls } = stage('pl', true);
  expect(await calls.leaveNow({ fingerprints: new Uint8Array([8]) })).toEqual({
    ok: true,
    value: { kind: 'kept' },
  });
  const became = { kind: 'held', ticket };
  const told = { kind: 'left', language: 'pl', look: FIRST_LOOK, outcome: 'withdrawn', became };
  expect(done).toEqual([[true, true, true, told], 'starts over']);
  expect(vault.find(id)?.state).toBe('draft');
  expect(vault.made(id)).toEqual([Buffer.from(MADE), Buffer.from([8])]);
});

it('that a hold keeps is refused to staff where every ending is, and stays on their screen', async () => {
  const { vault, id, occupant, done, calls } = stage(null, true);
  expect(await calls.leaveNow({ fingerprints: new Uint8Array([8]) })).toEqual(err({ kind: 'held' }));
  expect([done, occupant.leaving]).toEqual([['withdrawn'], false]);
  expect(vault.made(id)).toEqual([Buffer.from(MADE)]);
});

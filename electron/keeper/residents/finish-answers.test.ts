import { expect, it } from 'vitest';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { FIRST_LOOK, type ResidentReader } from '../../../shared/residents/look.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import type { ToldTicket } from './clerk-queue.ts';
import { finishAnswersCalls } from './finish-answers.ts';

const MADE = new Uint8Array([7]);
const READER: ResidentReader = { language: 'pl', look: FIRST_LOOK };

/** Everything is answered. `done`: what came of it, in order. */
function stage(setting: ResidentSetting, reader: ResidentReader | null = READER) {
  const vault = newVault();
  const { id, ticket } = begin(vault, '2026-11-24', 1_800_000_000_000);
  const occupant = newOccupant();
  occupant.application = id;
  const done: unknown[] = [];
  const told: ToldTicket = {
    kind: 'ticket',
    ticket,
    ...READER,
    waits: { until: null, custody: 'memory' },
  };
  const calls = finishAnswersCalls(
    {
      vault,
      kiosk: { forResidents: () => ({ setting }) },
      residentScreen: { reader: () => reader, startOver: () => done.push('starts over') },
      staff: { lock: (behind) => done.push(`locked: ${behind}`) },
      clerkQueue: {
        join(application, read) {
          done.push([application === id, read, vault.made(id).length]);
          return told;
        },
      },
      sessionReplacement: {
        async putAside(who, application, what) {
          done.push([who === occupant, who.leaving, application === id, what]);
        },
      },
      screens: { refresh: () => done.push('told') },
    },
    occupant,
  );
  return { done, told, occupant, made: () => vault.made(id), calls };
}

it('in self-service it waits for a clerk, the session that knew it goes, and the next one begins anew', () => {
  const { done, told, made, calls } = stage('self-service');
  expect(calls.finishAnswers({ fingerprints: MADE })).toEqual({ ok: true, value: {} });
  expect(done).toEqual([[true, READER, 1], [true, true, true, told], 'starts over']);
  // Still known to a later search.
  expect(made()).toEqual([Buffer.from(MADE)]);
});

it('at a counter the screen is locked for the clerk with the application behind it', () => {
  const { done, occupant, made, calls } = stage('counter');
  expect(calls.finishAnswers({ fingerprints: MADE })).toEqual({ ok: true, value: {} });
  expect(done).toEqual(['locked: finished', 'told']);
  expect([occupant.leaving, made()]).toEqual([false, []]);
});

it('nobody but whoever has the screen says so', () => {
  const { done, occupant, calls } = stage('self-service', null);
  expect(calls.finishAnswers({ fingerprints: null })).toEqual({ ok: false, error: { kind: 'not-now' } });
  expect([done, occupant.leaving]).toEqual([[], false]);
});

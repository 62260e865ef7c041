import { expect, it } from 'vitest';
import type { ApplicationStateText } from '../../../shared/application/application-state.ts';
import { ticket } from '../../../shared/contract/ids.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { err, ok } from '../../../shared/result.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { giveScreenCalls } from './give-screen.ts';

interface Kept {
  readonly setting?: ResidentSetting;
  /** Null: nobody has begun. */
  readonly state?: ApplicationStateText | null;
  readonly isShown?: boolean;
  readonly mayBegin?: boolean;
  /** A session has died, and its application is about to be opened here again. */
  readonly isOffered?: boolean;
  readonly refusal?: Refusal;
}

/** Staff give the screen. `done`: what came of it. */
function give(kept: Kept) {
  const occupant = newOccupant();
  const row = begin(newVault(), '2026-11-24', 1_800_000_000_000);
  const state = kept.state ?? null;
  if (state !== null) occupant.application = row.id;
  const done: unknown[] = [];
  const calls = giveScreenCalls(
    {
      vault: { stored: () => ({ ...row, state: state ?? 'draft' }) },
      kiosk: { forResidents: () => ({ setting: kept.setting ?? 'self-service' }) },
      residentScreen: { give: (language) => done.push(language) },
      pool: { shown: () => (kept.isShown === false ? null : occupant.session) },
      startScreen: {
        mayBegin: () => kept.mayBegin ?? true,
        offered: () => (kept.isOffered === true ? ticket.parse(7) : null),
      },
      intake: { admit: () => (kept.refusal === undefined ? ok('memory') : err(kept.refusal)) },
      endings: { over: () => done.push('ending over') },
      screens: { refresh: () => done.push('told') },
    },
    occupant,
  );
  return { answer: calls.giveToResident({ language: 'pl' }), done };
}

it('an empty start screen is given for self-service, and tells no ending any more', () => {
  expect(give({})).toEqual({ answer: { ok: true, value: {} }, done: ['ending over', 'pl', 'told'] });
});

it.each(['counter', 'self-service'] as const)('an open application is given: %s', (setting) => {
  expect(give({ setting, state: 'draft' })).toEqual({
    answer: { ok: true, value: {} },
    done: ['pl', 'told'],
  });
});

it.each<[string, Kept, Refusal['kind']]>([
  ['where no residents use the kiosk', { setting: 'off', state: 'draft' }, 'not-now'],
  ['where another session is on the screen', { isShown: false, state: 'draft' }, 'not-now'],
  ['at a counter with nobody open', { setting: 'counter' }, 'not-now'],
  ['once the card is in the printer', { state: 'printing' }, 'past-applicants-part'],
  ['where nobody may begin', { mayBegin: false }, 'not-now'],
  ['where an application is about to be opened again', { isOffered: true }, 'not-now'],
  ['where intake is held', { refusal: { kind: 'intake-held' } }, 'intake-held'],
])('the screen is not given %s', (_, kept, kind) => {
  expect(give(kept)).toEqual({ answer: { ok: false, error: { kind } }, done: [] });
});

import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { createCardNumber } from '../../../shared/card/number/card-number.ts';
import { lastFour } from '../../../shared/card/number/printed-number.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { cardHash, sealLookUp } from '../../lib/look-up/card-hashes.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { createCardLookUp } from './card-look-up.ts';
import { findByCard } from './find-by-card.ts';

/** A keeper that was started anew: it knows no card, and the keys are sealed until somebody signs in. */
function stage() {
  const vault = newVault();
  const keys = new Map<ApplicationId, Uint8Array>();
  const state = { isLocked: true };
  const bugs: string[] = [];
  const cardLookUp = createCardLookUp();
  const port = {
    ...{ vault, cardLookUp },
    custody: {
      open(application: ApplicationId) {
        const key = keys.get(application);
        if (key === undefined) return err({ kind: 'no-key' } as const);
        return state.isLocked ? err({ kind: 'locked' } as const) : ok(key);
      },
    },
    onBug: (where: string) => void bugs.push(where),
  };
  /** An open application with a card. */
  function printed() {
    const { id } = begin(vault, '2026-11-24', 1_800_000_000_000);
    const key = randomBytes(32);
    const number = createCardNumber((count) => randomBytes(count));
    keys.set(id, key);
    vault.setLookUp(id, sealLookUp(key, id, number));
    return { id, number, key };
  }
  return {
    ...{ vault, state, bugs, cardLookUp, printed },
    idsOf: (characters: string) =>
      findByCard(port, cardHash(cardLookUp.key(), characters)).map(({ id }) => id),
  };
}

it('a card is found again after a restart by its number and by its last four, once the keys are open', () => {
  const { printed, idsOf, state } = stage();
  const { id, number } = printed();
  const other = printed();
  expect(idsOf(number)).toEqual([]);
  state.isLocked = false;
  expect(idsOf(number)).toEqual([id]);
  expect(idsOf(lastFour(other.number))).toContain(other.id);
});

it('what is no longer open is not found, whatever is remembered of it', () => {
  const { printed, idsOf, state, vault } = stage();
  const { id, number } = printed();
  state.isLocked = false;
  expect(idsOf(number)).toEqual([id]);
  vault.remove(id);
  expect(idsOf(number)).toEqual([]);
});

it('one that was never printed has no card, and damage to one keeps nobody else from being found', () => {
  const { printed, idsOf, state, vault, bugs } = stage();
  begin(vault, '2026-11-24', 1_800_000_000_000);
  const [damaged, whole] = [printed(), printed()];
  vault.setLookUp(damaged.id, randomBytes(80));
  state.isLocked = false;
  expect(idsOf(whole.number)).toEqual([whole.id]);
  expect(idsOf(damaged.number)).toEqual([]);
  expect(new Set(bugs)).toEqual(new Set(['card look-up']));
});

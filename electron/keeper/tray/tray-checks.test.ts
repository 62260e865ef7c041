import { describe, expect, it } from 'vitest';
import { APPLICATION_STATE_TEXTS, parseApplicationState } from '../../../shared/application/lifecycle.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { mayHaveCard } from './may-have-card.ts';
import { createTrayChecks } from './tray-checks.ts';

describe('a tray check', () => {
  it('stays until somebody has looked, and adds up', () => {
    const checks = createTrayChecks(newVault().database);
    expect(checks.pending()).toBeNull();
    checks.add({ cause: 'power-lost', applications: 3, cards: 1 });
    checks.add({ cause: 'expired', applications: 1, cards: 1 });
    expect(checks.pending()).toEqual({ cause: 'expired', applications: 4, cards: 2 });
    // What a late card would not tell is still to be told.
    checks.add({ cause: 'late-card', applications: 1, cards: 1 });
    expect(checks.pending()).toEqual({ cause: 'expired', applications: 5, cards: 3 });
    checks.confirm();
    expect(checks.pending()).toBeNull();
  });
});

it('a card may lie in the tray exactly while one was asked for and nobody has named its end', () => {
  const may = APPLICATION_STATE_TEXTS.filter((text) => {
    const state = parseApplicationState(text);
    return state.ok && mayHaveCard(state.value);
  });
  expect(new Set(may)).toEqual(new Set(['queued', 'printing', 'printing-doubtful', 'printed']));
});

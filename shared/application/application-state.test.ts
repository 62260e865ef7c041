import { describe, expect, it } from 'vitest';
import {
  APPLICATION_STATE_TEXTS,
  applicationStateKinds,
  parseApplicationState,
  stateText,
} from './application-state.ts';
import { allStates } from './lifecycle.test-support.ts';

describe('the states in the vault', () => {
  it('are written and read without loss', () => {
    for (const state of allStates) {
      expect(parseApplicationState(stateText(state))).toEqual({ ok: true, value: state });
    }
    expect(allStates.map(stateText)).toEqual([...APPLICATION_STATE_TEXTS]);
    expect(new Set(allStates.map(({ kind }) => kind))).toEqual(new Set(applicationStateKinds));
  });

  it('are short and plain', () => {
    for (const text of APPLICATION_STATE_TEXTS) {
      expect(text).toMatch(/^[a-z-]{1,24}$/);
    }
  });

  it('are nothing else', () => {
    for (const text of ['', 'Draft', 'draft ', 'toString', '__proto__', 'wiping', 'spoiled']) {
      expect(parseApplicationState(text)).toEqual({ ok: false, error: { kind: 'unknown-state', text } });
    }
  });
});

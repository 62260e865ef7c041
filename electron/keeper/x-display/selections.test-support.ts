import type { Selections, SelectionsState } from './selections.ts';

/** Selections of no display: a test must not empty those of whoever runs it. They are found as they are set. */
export interface ScriptedSelections extends Selections {
  found: SelectionsState;
}

export function scriptedSelections(found: SelectionsState = { kind: 'empty' }): ScriptedSelections {
  const selections: ScriptedSelections = {
    found,
    empty: () => Promise.resolve(selections.found),
    examine: () => Promise.resolve(selections.found),
  };
  return selections;
}

import { expect, it } from 'vitest';
import { giveUpPrimary } from './primary-selection.ts';

it('clears PRIMARY and never the clipboard itself, in the words of either Electron', () => {
  const cleared: string[] = [];
  giveUpPrimary({ clear: (which) => cleared.push(which) });
  giveUpPrimary({ selection: { clear: () => cleared.push('selection of its own') } });
  giveUpPrimary({ selection: undefined });
  expect(cleared).toEqual(['selection', 'selection of its own']);
});

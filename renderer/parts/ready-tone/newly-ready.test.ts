import { expect, it } from 'vitest';
import { newlyReady } from './newly-ready.ts';

it('names what has become ready, and what does so again', () => {
  expect(newlyReady([], [41])).toEqual([41]);
  expect(newlyReady([41], [41, 37])).toEqual([37]);
  expect(newlyReady([41, 37], [37])).toEqual([]);
  expect(newlyReady([37], [37, 41])).toEqual([41]);
});

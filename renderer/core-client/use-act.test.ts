import { createElement } from 'react';
import { renderToString } from 'react-dom/server';
import { expect, test } from 'vitest';
import { ok } from '../../shared/result.ts';
import { type Act, useAct } from './use-act.ts';

/** An act of a component that was drawn once. */
function drawnAct(): Act {
  const drawn: Act[] = [];
  renderToString(
    createElement(() => {
      drawn.push(useAct());
      return null;
    }),
  );
  const act = drawn[0];
  if (act === undefined) throw new Error('nothing was drawn');
  return act;
}

test('a call that breaks is thrown on, and the next press acts again', async () => {
  const act = drawnAct();
  await expect(act.run(() => Promise.reject(new Error('the port is gone')))).rejects.toThrow(
    'the port is gone',
  );
  expect(await act.run(() => Promise.resolve(ok({})))).toBe(true);
});

test('a second press while the first is under way is no second act', async () => {
  const act = drawnAct();
  let letGo = (): void => undefined;
  const first = act.run(() => new Promise((answer) => (letGo = () => answer(ok({})))));
  expect(await act.run(() => Promise.reject(new Error('never run')))).toBe(false);
  letGo();
  expect(await first).toBe(true);
});

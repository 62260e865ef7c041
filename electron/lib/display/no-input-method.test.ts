import { expect, it } from 'vitest';
import { INPUT_METHOD_SETTINGS, NO_INPUT_METHOD } from './no-input-method.ts';

it('names no input method but the one within the process, and says why', () => {
  expect(NO_INPUT_METHOD).toEqual({ GTK_IM_MODULE: 'gtk-im-context-simple', XMODIFIERS: '@im=none' });
  for (const [, , reason] of INPUT_METHOD_SETTINGS) expect(reason.length).toBeGreaterThan(10);
});

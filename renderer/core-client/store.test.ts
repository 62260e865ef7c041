import { expect, test } from 'vitest';
import { afterEvent, type CoreView } from './store.ts';

const face = new Uint8Array([1, 2, 3]);
const full: CoreView = {
  status: null,
  policy: null,
  application: null,
  preview: { kind: 'drawn', front: face, back: face },
  tray: { front: face, back: face },
};

test('with the application its pictures leave the screen', () => {
  expect(afterEvent(full, { kind: 'application', application: null })).toEqual({
    status: null,
    policy: null,
    application: null,
    preview: null,
    tray: null,
  });
});

test('a preview replaces the one before', () => {
  const preview = { kind: 'does-not-fit', field: 'name' } as const;
  expect(afterEvent(full, { kind: 'preview', preview }).preview).toBe(preview);
});

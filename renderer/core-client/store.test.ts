import { expect, test } from 'vitest';
import { told } from './application-view.test-support.ts';
import { afterEvent, afterState, createCoreStore } from './store.ts';

const nothingYet = createCoreStore().getState();

test('what was told of an application is never replaced by what is older, however it comes', () => {
  const third = told(3, 'printing');
  const known = afterEvent(nothingYet, { kind: 'application', application: third });
  expect(known.application).toBe(third);
  // The answer to the act that led here may come after the event of what came of it.
  const late = { kind: 'application', application: told(2, 'queued') } as const;
  expect(afterEvent(known, late).application).toBe(third);
  for (const application of [null, told(2, 'queued')]) {
    expect(afterState(known, { status: null, policy: null, application }).application).toBe(third);
  }
  const fourth = told(4, 'printed');
  expect(afterEvent(known, { kind: 'application', application: fourth }).application).toBe(fourth);
  expect(afterState(known, { status: null, policy: null, application: fourth }).application).toBe(fourth);
});

test('a preview replaces the one before', () => {
  const face = new Uint8Array([1, 2, 3]);
  const before = { ...nothingYet, preview: { kind: 'drawn', front: face, back: face } as const };
  const preview = { kind: 'does-not-fit', field: 'name' } as const;
  expect(afterEvent(before, { kind: 'preview', preview }).preview).toBe(preview);
});

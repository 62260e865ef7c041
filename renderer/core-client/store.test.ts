import { expect, test } from 'vitest';
import { screenStatusOf } from '../../shared/contract/residents/screen-status.ts';
import { NOTHING_YET } from '../../shared/contract/status.test-support.ts';
import type { CompletePolicy } from '../../shared/programme/complete.ts';
import { told } from './application-view.test-support.ts';
import { afterEvent, afterState, createCoreStore } from './store.ts';

const nothingYet = createCoreStore().getState();

/** Of nobody’s: what is in it is not looked at here. */
const POLICY: CompletePolicy = {
  ...{ format: 1, id: 'nowhere', version: 1, name: { en: 'Nowhere' }, timeZone: 'UTC' },
  card: {
    ...{ issuer: 'Nowhere', title: 'ID', returnLine: 'Nobody', accent: '#000000', design: 'harbor' },
    ...{ barcode: 'none', bleedMm: 0 },
  },
  ...{ fields: [], categories: [], documents: [], validity: [], minimumAgeYears: 0, feeCents: 0 },
  rule: { kind: 'coverage', required: ['photo'], oneDocumentMayProveMany: true },
  retention: { hours: 8, endOfDay: true },
  opening: { longestNightHours: 90 },
  hold: { wipeBegun: 'complete' },
};

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

test('what was told before is no news: whoever looks at it is not drawn anew', () => {
  const third = told(3, 'printing');
  const known = afterEvent(nothingYet, { kind: 'application', application: third });
  expect(afterEvent(known, { kind: 'application', application: told(3, 'printing') })).toBe(known);
  const state = { status: null, policy: null, application: told(3, 'printing') };
  expect(afterState(known, state).application).toBe(third);
});

test('a preview replaces the one before', () => {
  const face = new Uint8Array([1, 2, 3]);
  const before = { ...nothingYet, preview: { kind: 'drawn', front: face, back: face } as const };
  const preview = { kind: 'does-not-fit', field: 'name' } as const;
  expect(afterEvent(before, { kind: 'preview', preview }).preview).toBe(preview);
});

test('a status that comes before the first answer shows no screen, for screens need the policy too', () => {
  const status = { kind: 'status', status: screenStatusOf({ ...NOTHING_YET, setUp: true }) } as const;
  expect(afterEvent(nothingYet, status)).toBe(nothingYet);
  const known = afterState(nothingYet, {
    status: screenStatusOf(NOTHING_YET),
    policy: POLICY,
    application: null,
  });
  expect(afterEvent(known, status).status).toMatchObject({ holder: 'staff', setUp: true });
});

test('of an application that has ended no picture is kept, and every screen knows it by its state', () => {
  const face = new Uint8Array([1, 2, 3]);
  const faces = { front: face, back: face };
  const before = {
    ...nothingYet,
    application: told(3, 'printed'),
    preview: { kind: 'drawn', ...faces } as const,
    tray: faces,
  };
  const after = afterEvent(before, { kind: 'ended' });
  expect(after).toMatchObject({ application: { revision: 3, state: 'wiping' }, preview: null, tray: null });
  expect(afterEvent(nothingYet, { kind: 'ended' })).toEqual(nothingYet);
});

test('nothing that comes late brings back an application that has ended, nor a picture of it', () => {
  const face = new Uint8Array([1, 2, 3]);
  const faces = { front: face, back: face };
  const ended = afterEvent({ ...nothingYet, application: told(3, 'printed') }, { kind: 'ended' });
  const late = [
    { kind: 'application', application: told(9, 'printed') },
    { kind: 'preview', preview: { kind: 'drawn', ...faces } },
    { kind: 'tray', ...faces },
  ] as const;
  for (const event of late) expect(afterEvent(ended, event), event.kind).toBe(ended);
  const state = { status: null, policy: null, application: told(9, 'printed') };
  expect(afterState(ended, state).application?.state).toBe('wiping');
});

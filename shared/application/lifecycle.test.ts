import { describe, expect, it } from 'vitest';
import { allStates, play, steps } from './lifecycle.test-support.ts';
import {
  type ApplicationEvent,
  type ApplicationState,
  advance,
  spoilReasons,
  stateText,
} from './lifecycle.ts';

function kindsBefore(kind: ApplicationState['kind']): readonly string[] {
  return [...new Set(steps.filter(({ to }) => to.kind === kind).map(({ from }) => from.kind))].sort();
}
function kindsAfter(kind: ApplicationState['kind']): readonly string[] {
  return [...new Set(steps.filter(({ from }) => from.kind === kind).map(({ to }) => to.kind))].sort();
}

describe('advance', () => {
  it('leads from the first answer to the wipe', () => {
    const way = play([
      { kind: 'clerk-edited' },
      { kind: 'clerk-checked', photo: 'none' },
      { kind: 'clerk-photographed' },
      { kind: 'clerk-read-back' },
      { kind: 'clerk-queued' },
      { kind: 'printer-started' },
      { kind: 'printer-finished' },
      { kind: 'clerk-handed-over' },
      { kind: 'keeper-began-wipe' },
    ]).map(({ to }) => stateText(to));
    expect(way).toEqual([
      'draft',
      'checked',
      'photographed',
      'ready',
      'queued',
      'printing',
      'printed',
      'handed-over',
      'wiping-issued',
    ]);
  });

  it('does not take the photo again after an edited answer, but reads back again', () => {
    const onReady = (event: ApplicationEvent) => advance({ kind: 'ready' }, event);
    expect(onReady({ kind: 'clerk-edited' })).toEqual({ ok: true, value: { kind: 'draft' } });
    expect(advance({ kind: 'draft' }, { kind: 'clerk-checked', photo: 'taken' })).toEqual({
      ok: true,
      value: { kind: 'photographed' },
    });
    expect(onReady({ kind: 'clerk-photographed' })).toEqual({ ok: true, value: { kind: 'photographed' } });
    expect(onReady({ kind: 'clerk-dropped-photo' })).toEqual({ ok: true, value: { kind: 'checked' } });
  });

  it('lets nobody edit under a waiting job', () => {
    expect(advance({ kind: 'queued' }, { kind: 'clerk-edited' }).ok).toBe(false);
  });

  it('asks about a doubtful card and retries only where there is none', () => {
    const doubtful: ApplicationState = { kind: 'printing', card: 'doubtful' };
    const none: ApplicationState = { kind: 'printing', card: 'none' };
    expect(advance({ kind: 'printing', card: 'expected' }, { kind: 'printer-lost' })).toEqual({
      ok: true,
      value: doubtful,
    });
    expect(advance(doubtful, { kind: 'clerk-retried' }).ok).toBe(false);
    expect(advance(doubtful, { kind: 'clerk-found-no-card' })).toEqual({ ok: true, value: none });
    expect(advance(doubtful, { kind: 'clerk-found-card' })).toEqual({ ok: true, value: { kind: 'printed' } });
    expect(advance(none, { kind: 'clerk-retried' })).toEqual({ ok: true, value: { kind: 'queued' } });
    expect(advance(none, { kind: 'printer-finished' }).ok).toBe(false);
  });

  it('counts a printed card that is reported missing as spoiled: it can be printed again, and not be found again', () => {
    const missing = advance({ kind: 'printed' }, { kind: 'clerk-found-no-card' });
    if (!missing.ok) throw new Error(missing.error.kind);
    expect(stateText(missing.value)).toBe('spoiled-not-collected');
    expect(advance(missing.value, { kind: 'clerk-reprinted' }).ok).toBe(true);
    for (const kind of ['clerk-found-card', 'clerk-found-no-card', 'printer-finished'] as const)
      expect(advance(missing.value, { kind }).ok, kind).toBe(false);
  });

  it('reprints the same card only if what stood on it was right', () => {
    const reprintable = spoilReasons.filter(
      (reason) => advance({ kind: 'spoiled', reason }, { kind: 'clerk-reprinted' }).ok,
    );
    expect(reprintable).toEqual(['smudged', 'misaligned', 'incomplete', 'damaged', 'not-collected']);
  });

  it('has only these ways into and out of the states that matter', () => {
    expect(kindsAfter('wiping')).toEqual([]);
    expect(kindsAfter('handed-over')).toEqual(['wiping']);
    expect(kindsBefore('handed-over')).toEqual(['printed']);
    expect(kindsBefore('wiping')).toEqual(['called-off', 'denied', 'expired', 'handed-over', 'withdrawn']);
    expect(kindsBefore('printing')).toEqual(['printing', 'queued']);
    expect(kindsBefore('queued')).toEqual(['printing', 'ready', 'spoiled']);
    // Nothing but that the old card is destroyed.
    expect(kindsBefore('printed')).toEqual(['printed', 'printing']);
    expect(kindsBefore('spoiled')).toEqual(['printed']);
    expect(kindsBefore('ready')).toEqual(['photographed']);
    for (const kind of ['denied', 'withdrawn', 'expired', 'called-off'] as const) {
      expect(kindsAfter(kind)).toEqual(['wiping']);
    }
  });

  it('can end every application, from wherever it is', () => {
    const ends = new Set(allStates.filter(({ kind }) => kind === 'wiping').map(stateText));
    for (let round = 0; round < allStates.length; round += 1) {
      for (const { from, to } of steps) {
        if (ends.has(stateText(to))) {
          ends.add(stateText(from));
        }
      }
    }
    expect(allStates.map(stateText).filter((text) => !ends.has(text))).toEqual([]);
  });

  it.each(['policy-expired', 'office-called-off'] as const)(
    'can forget wherever no job is running: %s',
    (kind) => {
      const cannot = allStates.filter((state) => !advance(state, { kind }).ok).map(stateText);
      expect(cannot).toEqual([
        'printing',
        'handed-over',
        'denied',
        'withdrawn',
        'expired',
        'called-off',
        'wiping-issued',
        'wiping-denied',
        'wiping-withdrawn',
        'wiping-expired',
        'wiping-called-off',
      ]);
    },
  );
});

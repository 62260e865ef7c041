import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { applicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import { newOccupant } from '../applications/occupants.test-support.ts';
import { testClock } from '../clock.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { spoilCalls } from './spoil-calls.ts';

/** What the session is told: made by another feature. */
const SNAPSHOT = applicationSnapshot.parse({
  ...{ revision: 1, state: 'spoiled-smudged', stage: null, troubles: [], ending: null },
  ...{ hasPhoto: true, cardSent: true, tray: null, denial: null },
});

/** A card that lies in the tray, and the session of its application, on a real vault and a real ledger. */
function stage() {
  const vault = newVault();
  const { id: application } = begin(vault, '2026-11-24', 1_800_000_000_000);
  vault.setState(application, reached({ kind: 'printed' }));
  vault.setStage(application, 'in-tray', { kind: 'in-tray' });
  vault.store(application, 'tray', Uint8Array.of(7));
  const occupant = newOccupant();
  occupant.application = application;
  const written = outboxOn(vault, testClock({ now: Date.UTC(2026, 10, 24, 12) }));
  const seen = { screens: 0 };
  const calls = spoilCalls(
    {
      ...{ vault, outbox: written.outbox },
      snapshots: { of: () => SNAPSHOT },
      screens: { refresh: () => void seen.screens++ },
    },
    occupant,
  );
  return { vault, application, seen, calls, row: () => vault.find(application), ...written };
}

describe('a spoiled card', () => {
  it('is counted by its reason, and lies in no tray any more', () => {
    const on = stage();
    expect(on.row()).toMatchObject({ stage: 'in-tray', tray: Buffer.from([7]) });
    expect(on.calls.spoil({ reason: 'smudged' })).toEqual({ ok: true, value: SNAPSHOT });
    expect(on.row()).toMatchObject({ state: 'spoiled-smudged', stage: null, ending: null, tray: null });
    expect(on.entries()).toEqual([{ kind: 'spoiled', day: '2026-11-24', reason: 'smudged' }]);
    expect(on.seen.screens).toBe(1);
  });

  it('is counted once, and only a card that was printed', () => {
    const on = stage();
    on.calls.spoil({ reason: 'smudged' });
    expect(on.calls.spoil({ reason: 'smudged' })).toEqual({ ok: false, error: { kind: 'not-now' } });
    on.vault.setState(on.application, reached({ kind: 'photographed' }));
    expect(on.calls.spoil({ reason: 'smudged' })).toEqual({ ok: false, error: { kind: 'not-now' } });
    expect([on.entries().length, on.seen.screens]).toEqual([1, 1]);
  });

  it('is not spoiled by half: where the vault does not take its entry, the card is as it was', () => {
    const on = stage();
    const before = on.row();
    on.vault.database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON resting BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    expect(() => on.calls.spoil({ reason: 'smudged' })).toThrow('disk full');
    expect(on.row()).toEqual(before);
  });
});

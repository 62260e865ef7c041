import { describe, expect, it } from 'vitest';
import { holdId, memberId } from '../../../shared/contract/ids.ts';
import { encodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { testClock } from '../clock.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { begin, newVault, wipingApplication } from '../vault/vault.test-support.ts';
import { createHolds } from './holds.ts';
import type { HoldSet } from './holds-beside-vault.ts';
import { judgeNoted, restoreNoted } from './restore-noted.ts';

const NOON = Date.UTC(2026, 10, 24, 12);
const HOLD = holdId.parse('01'.repeat(16));
const BY = memberId.parse('aa'.repeat(16));
/** The kiosk that this one came after. */
const FORMER = 'former';
const ENTRY: HoldSet = {
  ...{ kind: 'hold-set', utc: NOON, by: BY, hold: HOLD, scope: 'tickets', reason: 'subpoena' },
  ...{ applications: 3, sealed: 0, unsealed: 3 },
};

/** A vault in which two applications are open and one is erased, and its ledger. */
function stage() {
  const vault = newVault();
  const open = [begin(vault, '2026-11-24', NOON), begin(vault, '2026-11-24', NOON)];
  const erased = wipingApplication(vault);
  const { outbox, ledger, written } = outboxOn(vault, testClock({ now: NOON }));
  const holds = createHolds(vault, () => ({ wipeBegun: 'stop' }));
  const kiosk = vault.kiosk.read()?.identifier ?? '';
  const judge = (of = kiosk) => {
    const judged = judgeNoted([{ kiosk: of, entry: ENTRY }], {
      ...{ vault, ledger },
      cameAfter: (each) => each === FORMER,
    });
    if (!judged.ok) throw new Error('a broken ledger');
    return judged.value;
  };
  return { vault, open, erased, outbox, ledger, written, holds, judge };
}
const NOTHING = { entered: [], lacking: [], repeated: [] };

/** A row by which the entry waits, as of this place in the ledger. */
const owe = ({ vault }: ReturnType<typeof stage>, place: number | null): void => {
  vault.database
    .prepare('INSERT INTO owed (entry, ledger_from) VALUES (?, ?)')
    .run(Buffer.from(encodeEntry(ENTRY)), place);
};

describe('a hold that is written down beside the vault', () => {
  it('and that neither vault nor ledger has, stands on everything, and is entered once', () => {
    const on = stage();
    const judged = on.judge();
    expect(judged).toEqual({ ...NOTHING, lacking: [{ entry: ENTRY, stands: false }] });
    // Nothing was written yet.
    expect([on.holds.all(), on.outbox.waiting()]).toEqual([[], 0]);
    restoreNoted(on.vault, on.ledger, judged);
    // Three by its entry: two are open here, and a third is counted under an id of nothing.
    expect(on.holds.all()).toMatchObject([
      {
        identifier: HOLD,
        scope: 'all',
        reason: 'subpoena',
        since: NOON,
        set_by: '–',
        frozen: 3,
        unsealed: 2,
      },
    ]);
    for (const { id } of on.open) expect(on.holds.verdict(id, null).kind).toBe('frozen');
    const [wipe] = on.vault.wipes.all();
    expect(on.holds.verdict(on.erased, wipe ?? null).kind).toBe('wipe-stopped');
    expect([on.judge(), on.outbox.waiting()]).toEqual([NOTHING, 1]);
    on.outbox.flush();
    expect(on.written()).toMatchObject([{ kind: 'hold-set', hold: HOLD, scope: 'tickets', by: BY }]);
    expect(on.judge()).toEqual({ ...NOTHING, entered: [HOLD] });
  });

  it('is left alone where it is of another kiosk', () => {
    expect(stage().judge('another')).toEqual(NOTHING);
  });

  it('counts as its own where it is of the one that this one came after', () => {
    expect(stage().judge(FORMER)).toEqual({ ...NOTHING, lacking: [{ entry: ENTRY, stands: false }] });
  });

  it('is left alone where its entry waits, and waits anew where only the vault has it', () => {
    for (const place of [null, 2]) {
      const on = stage();
      owe(on, place);
      expect(on.judge()).toEqual(NOTHING);
    }
    const on = stage();
    on.vault.database
      .prepare(
        "INSERT INTO hold (identifier, scope, reason, since, set_by) VALUES (?, 'all', 'subpoena', 0, 'Octavia')",
      )
      .run(HOLD);
    const lacking = [{ entry: ENTRY, stands: true }];
    expect(on.judge().lacking).toEqual(lacking);
    // Also where its place in this ledger is taken: as if it were written, it would be dropped.
    owe(on, 1);
    expect(on.judge().lacking).toEqual(lacking);
    restoreNoted(on.vault, on.ledger, on.judge());
    expect(on.outbox.waiting()).toBe(1);
    // It counts what the ledger is to say of it: else it would be found shortened.
    expect(on.holds.all()).toMatchObject([{ identifier: HOLD, set_by: 'Octavia', frozen: 3, unsealed: 0 }]);
    on.outbox.flush();
    expect(on.written()).toMatchObject([{ kind: 'hold-set', hold: HOLD }]);
  });

  it('does not wait once more where the ledger has it, nor twice', () => {
    const on = stage();
    for (const _row of [1, 2]) owe(on, null);
    restoreNoted(on.vault, on.ledger, on.judge());
    expect([on.judge(), on.outbox.waiting()]).toEqual([NOTHING, 1]);
    on.outbox.flush();
    owe(on, (on.ledger.head()?.sequence ?? 0) + 1);
    restoreNoted(on.vault, on.ledger, on.judge());
    expect([on.judge(), on.outbox.waiting()]).toEqual([{ ...NOTHING, entered: [HOLD] }, 0]);
    on.outbox.flush();
    expect(on.written()).toMatchObject([{ kind: 'hold-set', hold: HOLD }]);
  });

  it('keeps what its vault has of a ledger that was written, and whose rows could not go', () => {
    const on = stage();
    restoreNoted(on.vault, on.ledger, on.judge());
    on.outbox.flush();
    // Whether the vault knows of an entry is asked by these.
    owe(on, on.ledger.head()?.sequence ?? 0);
    expect(on.judge()).toEqual({ ...NOTHING, entered: [HOLD] });
  });

  it('is no more of the kiosk once the ledger has that it was lifted', () => {
    const on = stage();
    on.outbox.record(() => [{ kind: 'hold-lifted', utc: NOON, by: BY, second: BY, hold: HOLD }]);
    on.outbox.flush();
    expect(on.judge()).toEqual({ ...NOTHING, entered: [HOLD] });
  });

  it('keeps nothing of practice', () => {
    const on = stage();
    on.vault.database.exec('UPDATE kiosk SET practice = 1');
    restoreNoted(on.vault, on.ledger, on.judge());
    const held = on.vault.database.prepare('SELECT application FROM held').pluck().all();
    for (const id of on.open) expect(held).not.toContain(id);
    expect(on.holds.all()).toMatchObject([{ identifier: HOLD, frozen: 3 }]);
  });

  it('stands with its entry, or not at all', () => {
    const on = stage();
    on.vault.database.exec(
      "CREATE TRIGGER full BEFORE INSERT ON owed BEGIN SELECT RAISE(ABORT, 'disk full'); END",
    );
    expect(() => restoreNoted(on.vault, on.ledger, on.judge())).toThrow('disk full');
    expect(on.holds.all()).toEqual([]);
  });
});

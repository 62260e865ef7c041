import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { TrayCheck } from '../../../shared/contract/status.ts';
import type { LedgerEntry } from '../../../shared/ledger/entries.ts';
import { err } from '../../../shared/result.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { newOccupant } from './occupants.test-support.ts';
import type { Occupant } from './occupants.ts';
import { recordCalls } from './record-calls.ts';
import { createSnapshots } from './snapshots.ts';

const NINE = Date.UTC(2026, 10, 24, 9);
const SEALED = new Uint8Array([1, 2, 3]);
const OTHERS = new Uint8Array([4, 5, 6]);

/** A session with an application in it, on a real vault. What was told of it, in order. */
function stage() {
  const vault = newVault();
  const row = begin(vault, '2026-11-24', NINE);
  const occupants = new Map<string, Occupant>();
  const occupant = newOccupant(occupants);
  occupant.application = row.id;
  const told: string[] = [];
  const prepared: PolicyHash[] = [];
  const entries: LedgerEntry[] = [];
  const checks: TrayCheck[] = [];
  const screens = { tell: () => undefined, refresh: () => void told.push('screens') };
  const calls = recordCalls(
    {
      vault,
      screens,
      denials: {
        changed: (changed) => void told.push(changed === occupant ? 'denials' : 'of somebody else'),
      },
      trayChecks: { add: (check) => void checks.push(check) },
      outbox: {
        enqueue: (added) => void entries.push(...added),
        flush: () => void told.push('outbox'),
        now: () => ({ utc: NINE, day: { year: 2026, month: 11, day: 24 } }),
      },
      cardLookUp: { key: () => OTHERS },
      snapshots: createSnapshots({
        ...{ occupants, vault, screens },
        jobs: { troubles: () => [] },
        denials: { of: () => null },
      }),
      prepareWorker: (policy) => void prepared.push(policy),
    },
    occupant,
  );
  const stored = () => {
    const found = vault.find(row.id);
    if (found === null) throw new Error('the record is gone');
    return found;
  };
  return { vault, row, calls, told, prepared, entries, checks, stored };
}

/** The documents are confirmed, and there is a photo. */
async function photographed(): Promise<ReturnType<typeof stage>> {
  const made = stage();
  await made.calls.confirmDocuments({});
  await made.calls.keepPhoto({ sealed: SEALED });
  return made;
}

describe('what is changed of an application', () => {
  it('is kept as it was sealed, and a refusal that stands is over', async () => {
    const { calls, told, stored } = stage();
    expect(await calls.keepAnswers({ sealed: SEALED })).toMatchObject({
      ok: true,
      value: { state: 'draft' },
    });
    expect(stored().answers).toEqual(Buffer.from(SEALED));
    // Its state is the same: lists of what is in progress have nothing to tell.
    expect(told).toEqual(['denials']);
  });

  it('has its documents checked before there is a photo; a worker is made ready once there is one', async () => {
    const { row, calls, told, prepared, stored } = stage();
    expect(await calls.keepPhoto({ sealed: SEALED })).toEqual(err({ kind: 'documents-incomplete' }));
    expect([stored().photo, told, prepared]).toEqual([null, [], []]);
    expect(await calls.confirmDocuments({})).toMatchObject({ value: { state: 'checked' } });
    expect(await calls.keepPhoto({ sealed: SEALED })).toMatchObject({ value: { state: 'photographed' } });
    expect([stored().photo, prepared]).toEqual([Buffer.from(SEALED), [row.policy]]);
    expect(await calls.dropPhoto({})).toMatchObject({ value: { state: 'checked', hasPhoto: false } });
    expect(stored().photo).toBeNull();
  });

  it('has changed in nothing where the disk does not take it', async () => {
    const { vault, calls, told, stored } = await photographed();
    vault.database.exec(
      "CREATE TEMP TRIGGER full BEFORE INSERT ON sealed_part BEGIN SELECT RAISE(ABORT, 'no room'); END",
    );
    const [before, toldBefore] = [stored(), [...told]];
    expect(() => calls.keepAnswers({ sealed: OTHERS })).toThrow('no room');
    expect([stored(), told]).toEqual([before, toldBefore]);
    vault.database.exec('DROP TRIGGER full');
    // The control: without that it is kept.
    await calls.keepAnswers({ sealed: OTHERS });
    expect(stored().answers).toEqual(Buffer.from(OTHERS));
  });
});

describe('the card of a printer that said "completed"', () => {
  async function printed(): Promise<ReturnType<typeof stage>> {
    const made = await photographed();
    made.vault.setState(made.row.id, reached({ kind: 'printed' }));
    made.vault.store(made.row.id, 'tray', SEALED);
    made.told.length = 0;
    return made;
  }

  it('that is not in the tray is counted as spoiled, and looked for by whoever comes next', async () => {
    const { calls, told, entries, checks, stored } = await printed();
    expect(await calls.tellCard({ found: false })).toMatchObject({ ok: true });
    expect(stored()).toMatchObject({ state: 'spoiled-not-collected', tray: null });
    expect(entries).toEqual([
      { kind: 'spoiled', day: { year: 2026, month: 11, day: 24 }, reason: 'not-collected' },
    ]);
    expect(checks).toEqual([{ cause: 'late-card', applications: 1, cards: 1 }]);
    // Only once it is written.
    expect(told).toEqual(['denials', 'screens', 'outbox']);
  });

  it('is no question before there is one', async () => {
    const { calls, entries, checks } = await photographed();
    expect(await calls.tellCard({ found: false })).toEqual(err({ kind: 'not-now' }));
    expect([entries, checks]).toEqual([[], []]);
  });
});

it('a session has what was made of its applicant, and the key by which their card is found', async () => {
  const { vault, row, calls } = stage();
  vault.addMade(row.id, OTHERS);
  expect(await calls.fingerprints({})).toEqual({ ok: true, value: { sealed: [Buffer.from(OTHERS)] } });
  expect(await calls.lookUpKey({})).toEqual({ ok: true, value: { key: OTHERS } });
});

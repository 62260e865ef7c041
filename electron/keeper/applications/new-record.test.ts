import { randomBytes } from 'node:crypto';
import { expect, it } from 'vitest';
import { type ApplicationId, applicationId, policyHash } from '../../../shared/contract/ids.ts';
import { err, ok } from '../../../shared/result.ts';
import { testClock } from '../clock.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { type NewRecordPort, newRecord } from './new-record.ts';

const NINE = Date.UTC(2026, 10, 24, 9);
const HASH = policyHash.parse('cd'.repeat(32));

/** A vault with nobody in it. `keys`: those that were made, and whether the vault had their record by then. */
function stage(create: NewRecordPort['custody']['create'] = () => ok(null)) {
  const vault = newVault();
  const keys = new Map<ApplicationId, { readonly kind: string; readonly hadRecord: boolean }>();
  /** How many records there were each time that kiosk time was written down for what is open. */
  const ticks: number[] = [];
  const port: NewRecordPort = {
    vault,
    custody: {
      create(application, kind) {
        const made = create(application, kind);
        if (made.ok) keys.set(application, { kind, hadRecord: vault.find(application) !== null });
        return made;
      },
      has: (application) => keys.has(application),
    },
    vouching: { draw: () => applicationId.parse(randomBytes(16).toString('hex')) },
    policies: { inForce: { hash: HASH } },
    clock: testClock({ now: NINE }),
    time: {
      now: () => ({ wall: NINE, elapsed: 42 * 60_000 }),
      tick(isTimed) {
        if (isTimed) ticks.push(vault.open().length);
      },
    },
  };
  return { vault, keys, port, ticks };
}

it('a new record begins now, under the policy in force, and was there before its key', () => {
  const { vault, keys, port } = stage();
  const made = newRecord(port, 'sealed');
  if (!made.ok) throw new Error(made.error.kind);
  expect(vault.open()).toMatchObject([
    {
      id: made.value.id,
      state: 'draft',
      began: NINE,
      began_elapsed: 42 * 60_000,
      day: '2026-11-24',
      policy: HASH,
    },
  ]);
  expect([...keys]).toEqual([[made.value.id, { kind: 'sealed', hadRecord: true }]]);
  expect([vault.sealedIds(), vault.kiosk.generation()]).toEqual([[made.value.id], 1]);
  // Another one has another id.
  expect(newRecord(port, 'memory')).toMatchObject({ ok: true });
  expect([...keys.values()].map(({ kind }) => kind)).toEqual(['sealed', 'memory']);
});

it('kiosk time is written down before a record begins by it', () => {
  const { port, ticks } = stage();
  newRecord(port, 'memory');
  newRecord(port, 'memory');
  expect(ticks).toEqual([0, 1]);
});

it('where no key can be sealed there is no record, and the screen is told why', () => {
  const { vault, port } = stage(() => err({ kind: 'locked' }));
  expect(newRecord(port, 'sealed')).toEqual(err({ kind: 'custody-locked' }));
  expect(vault.open()).toEqual([]);
});

it('where its slot could not be overwritten, the record stays for as long: a slot of nobody would be a misfit', () => {
  const { vault, keys, port } = stage();
  const custody: NewRecordPort['custody'] = {
    create(application) {
      keys.set(application, { kind: 'sealed', hadRecord: true });
      return err({ kind: 'unwritable', code: 'EIO' });
    },
    has: port.custody.has,
  };
  expect(newRecord({ ...port, custody }, 'sealed')).toEqual(err({ kind: 'not-written' }));
  expect(vault.openIds()).toEqual([...keys.keys()]);
});

it('where the disk takes no record there is no key', () => {
  const { vault, keys, port } = stage();
  vault.database.exec(
    "CREATE TEMP TRIGGER full BEFORE INSERT ON application BEGIN SELECT RAISE(ABORT, 'no room'); END",
  );
  expect(() => newRecord(port, 'memory')).toThrow('no room');
  expect([vault.open(), keys.size]).toEqual([[], 0]);
  vault.database.exec('DROP TRIGGER full');
  // The control: without that it stays.
  expect(newRecord(port, 'memory').ok).toBe(true);
  expect(keys.size).toBe(1);
});

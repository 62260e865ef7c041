import { describe, expect, it } from 'vitest';
import { reached } from '../../../shared/application/lifecycle.test-support.ts';
import { jobId } from '../../../shared/contract/ids.ts';
import { CARD_PRINTER } from '../../../shared/contract/printer.test-support.ts';
import type { PrinterSettings } from '../../../shared/contract/printing/printer.ts';
import { err, ok } from '../../../shared/result.ts';
import { createCardLookUp } from '../applications/card-look-up.ts';
import { begin, newVault } from '../vault/vault.test-support.ts';
import { createCardQueue } from './card-queue.ts';
import { createJobRows } from './job-rows.ts';

const BUILT_IN: PrinterSettings = { driver: 'virtual', folder: null, secondsPerFace: 0 };
const HASHES = { full: 'f'.repeat(64), lastFour: 'e'.repeat(64) };
const SEALED = {
  card: Uint8Array.of(1, 2),
  fingerprints: Uint8Array.of(3),
  lookUp: Uint8Array.of(4),
};

/** The queue of a kiosk with one application that waits for its card. */
function stage() {
  const vault = newVault();
  const jobRows = createJobRows(vault.database);
  const cardLookUp = createCardLookUp();
  const key = new Uint8Array(32).fill(9);
  const has = { key: true };
  const queue = createCardQueue({
    ...{ vault, jobRows, cardLookUp, kiosk: vault.kiosk },
    custody: { open: () => (has.key ? ok(key) : err({ kind: 'no-key' })) },
  });
  const { id: application } = begin(vault, '2026-11-24', 1_800_000_000_000);
  const add = (printer: PrinterSettings = CARD_PRINTER, sealed: Partial<typeof SEALED> = {}) =>
    queue.add({
      ...{ application, printer, state: reached({ kind: 'queued' }), photo: Uint8Array.of(5) },
      sealed: { ...SEALED, ...sealed },
      hashes: HASHES,
    });
  const asItIs = () => ({
    row: vault.find(application),
    made: vault.made(application),
    jobs: jobRows.all(),
    hashes: cardLookUp.of(application),
  });
  return { vault, jobRows, cardLookUp, key, has, application, add, asItIs };
}

describe('a card', () => {
  it('is in vault, look-up and list of jobs when its worker is told of it, with the key itself', () => {
    const on = stage();
    const order = on.add();
    expect(order).toEqual({
      ...{ application: on.application, printer: CARD_PRINTER, earlier: [], practice: false },
      ...{ card: SEALED.card, photo: Uint8Array.of(5), key: on.key, job: expect.any(String) },
    });
    // A copy would outlive the key.
    expect(order.key).toBe(on.key);
    const { row, made, jobs, hashes } = on.asItIs();
    expect(row).toMatchObject({ state: 'queued', attempts: 1, job: order.job });
    expect([row?.card, row?.look_up]).toEqual([Buffer.from(SEALED.card), Buffer.from(SEALED.lookUp)]);
    expect(made).toEqual([Buffer.from(SEALED.fingerprints)]);
    expect(jobs).toMatchObject([{ name: order.job, printer: CARD_PRINTER }]);
    expect(hashes).toEqual(HASHES);
  });

  it('of the built-in printer is no job at a printer', () => {
    const on = stage();
    on.add(BUILT_IN);
    expect(on.jobRows.all()).toEqual([]);
  });

  it('comes with the jobs before it of which nobody knows that they are over, and not with its own', () => {
    const on = stage();
    const before = jobId.parse('d'.repeat(32));
    on.jobRows.begin({ name: before, application: on.application, printer: CARD_PRINTER });
    expect(on.add().earlier).toEqual([{ name: before, number: null, printer: CARD_PRINTER }]);
  });

  it('of practice is void by the keeper’s word', () => {
    const on = stage();
    on.vault.kiosk.setPracticing(true);
    expect(on.add().practice).toBe(true);
  });

  it('is not queued by half, and nobody finds it by its number', () => {
    const on = stage();
    const before = on.asItIs();
    on.vault.database.exec(
      "CREATE TEMP TRIGGER no_job BEFORE INSERT ON print_job BEGIN SELECT RAISE(ABORT, 'no job today'); END",
    );
    expect(() => on.add()).toThrow('no job today');
    expect(on.asItIs()).toEqual(before);
    on.vault.database.exec('DROP TRIGGER no_job');
    on.has.key = false;
    expect(() => on.add()).toThrow('no key');
    expect(on.asItIs()).toEqual(before);
    on.has.key = true;
    on.add();
    expect(on.asItIs()).not.toEqual(before);
  });
});

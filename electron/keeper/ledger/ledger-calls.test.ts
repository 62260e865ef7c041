import { mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { NO_HEALTH } from '../health/health.test-support.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { A_CLERK, A_SUPERVISOR, ANOTHER, approvalOf, staffStage } from '../staff/actor.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { codeOfCheckpoint } from './checkpoint-code.ts';
import { createDaySheets } from './day-sheets.ts';
import { newKey } from './ledger.test-support.ts';
import { ledgerCalls } from './ledger-calls.ts';
import { signCheckpoint } from './signatures.ts';

/** A supervisor's calls on a real ledger, with this folder for exports. `onEntry`: what happens once a checkpoint is entered. */
function stage(exportFolder: string | null, onEntry: () => void = () => undefined) {
  const vault = newVault();
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 13) });
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const { outbox, ledger, fault, entries } = outboxOn(vault, clock);
  const daySheets = createDaySheets({ ledger, kiosk: vault.kiosk, clock, vault, health: NO_HEALTH });
  const calls = ledgerCalls({
    ...{ ledger, outbox, clock, kiosk: vault.kiosk, exportFolder },
    staff: { ...people.staff, members: () => [] },
    screens: { refresh: onEntry },
    makeDaySheet: () => daySheets.make({ kind: 'not-counted', counts: { issued: 0, spoiled: 0, wiped: 0 } }),
  });
  return { calls, people, outbox, ledger, fault, entries };
}

const refused = (error: Refusal) => ({ ok: false, error });

/** The code of a day sheet of another counter. */
function codeOfAnotherKiosk(): string {
  const key = newKey();
  const content = { kiosk: Buffer.alloc(16, 0xee), sequence: 3, hash: Buffer.alloc(32, 7) };
  return codeOfCheckpoint({
    ...{ format: 'counterfoil checkpoint 1', sequence: content.sequence },
    ...{ kiosk: content.kiosk.toString('hex'), hash: content.hash.toString('hex') },
    signature: Buffer.from(signCheckpoint(key, 'head', content)).toString('base64'),
    publicKey: Buffer.from(key.publicKey).toString('base64'),
  });
}

describe('for a clerk', () => {
  it('a checkpoint leaves only in the way that a supervisor approved, in whose name', () => {
    const { calls, people, entries } = stage(workingFolder());
    people.who = A_CLERK;
    const sheet = approvalOf({ act: 'takeCheckpoint', way: 'day-sheet' });
    for (const approval of [null, sheet])
      expect(calls.takeCheckpoint({ way: 'stick' }, approval)).toEqual(refused({ kind: 'not-allowed' }));
    expect(entries()).toEqual([]);
    expect(calls.takeCheckpoint({ way: 'day-sheet' }, sheet)).toMatchObject({ ok: true });
    expect(entries()).toMatchObject([{ kind: 'checkpoint-taken', by: ANOTHER.member, way: 'day-sheet' }]);
  });

  it('the ledger is written to a drive only in the form that a supervisor approved', () => {
    const { calls, people } = stage(workingFolder());
    people.who = A_CLERK;
    const csv = approvalOf({ act: 'exportLedger', format: 'csv' });
    for (const approval of [null, csv])
      expect(calls.exportLedger({ format: 'ndjson' }, approval)).toEqual(refused({ kind: 'not-allowed' }));
    expect(calls.exportLedger({ format: 'csv' }, csv)).toMatchObject({ ok: true });
    // IT staff do so by themselves.
    people.who = { ...A_CLERK, role: 'it' };
    expect(calls.exportLedger({ format: 'ndjson' }, null)).toMatchObject({ ok: true });
  });
});

describe('a drive that', () => {
  it('is not there takes no ledger and no checkpoint, and no entry says that one left', () => {
    const { calls, entries } = stage(join(workingFolder(), 'gone'));
    const gone = refused({ kind: 'no-export-folder' });
    expect(calls.exportLedger({ format: 'csv' }, null)).toEqual(gone);
    expect(calls.takeCheckpoint({ way: 'stick' }, null)).toEqual(gone);
    expect(entries()).toEqual([]);
    // The control: a day sheet needs none.
    expect(calls.takeCheckpoint({ way: 'day-sheet' }, null)).toMatchObject({ ok: true });
    expect(entries()).toMatchObject([{ kind: 'checkpoint-taken', way: 'day-sheet' }]);
  });

  it('is pulled out once the checkpoint is entered is told so, and not that nothing was changed', () => {
    const folder = join(workingFolder(), 'stick');
    mkdirSync(folder);
    const { calls, entries } = stage(folder, () => rmSync(folder, { recursive: true }));
    expect(calls.takeCheckpoint({ way: 'stick' }, null)).toEqual(
      refused({ kind: 'checkpoint-not-saved', why: 'failed' }),
    );
    expect(entries()).toMatchObject([{ kind: 'checkpoint-taken', way: 'stick' }]);
    mkdirSync(folder);
    expect(stage(folder).calls.takeCheckpoint({ way: 'stick' }, null)).toMatchObject({ ok: true });
  });

  it('fails is told as the drive, not as the disk of the kiosk', () => {
    const { calls, entries } = stage(join(workingFolder(), 'x'.repeat(300)));
    const failed = refused({ kind: 'file-not-saved', why: 'failed' });
    expect(calls.exportLedger({ format: 'ndjson' }, null)).toEqual(failed);
    expect(calls.takeCheckpoint({ way: 'stick' }, null)).toEqual(failed);
    expect(entries()).toEqual([]);
  });
});

describe('a checkpoint of a day sheet', () => {
  /** A sheet that was made, and an entry after it. */
  async function sheet() {
    const on = stage(null);
    const taken = await on.calls.takeCheckpoint({ way: 'day-sheet' }, null);
    if (!taken.ok || taken.value.sheet === null) throw new Error('no sheet');
    const { paper, sequence } = taken.value.sheet;
    const row = (name: string): string => paper.rows.find(({ label }) => label === name)?.value ?? '';
    const [short, key] = [row('Checkpoint'), row('Key fingerprint')];
    on.outbox.record(({ utc }) => ({ kind: 'practice-began', utc, by: A_SUPERVISOR.member }));
    return { ...on, sequence, short, key, code: paper.code.text };
  }
  const withLast = (code: string): string => `${code.slice(0, -1)}${code.endsWith('7') ? '8' : '7'}`;

  it('typed or scanned, is found in the ledger that goes on', async () => {
    const { calls, sequence, short, code } = await sheet();
    for (const checkpoint of [short, code, `${code.replaceAll(' ', '')}\n`, short.toLowerCase()])
      expect(calls.verifyLedger({ checkpoint })).toMatchObject({
        ok: true,
        value: { kind: 'valid', entries: sequence + 1, checkpoint: sequence },
      });
    expect(calls.verifyLedger({ checkpoint: null })).toMatchObject({
      value: { kind: 'valid', checkpoint: null },
    });
  });

  it('is not found in a kiosk that went on from an older copy', async () => {
    const { short } = await sheet();
    const restored = stage(null);
    expect(restored.calls.takeCheckpoint({ way: 'day-sheet' }, null)).toMatchObject({ ok: true });
    expect(restored.calls.verifyLedger({ checkpoint: short })).toMatchObject({
      ok: true,
      value: { kind: 'broken', reason: 'rebuilt' },
    });
  });

  it('that was typed wrong, altered, or is another kiosk’s says nothing of the ledger', async () => {
    const { calls, short, code, key } = await sheet();
    const told = (why: string) => ({ ok: true, value: { kind: 'no-checkpoint', why } });
    expect(calls.verifyLedger({ checkpoint: withLast(short) })).toEqual(told('mistyped'));
    expect(calls.verifyLedger({ checkpoint: withLast(code) })).toEqual(told('bad-signature'));
    expect(calls.verifyLedger({ checkpoint: 'Counter 3' })).toEqual(told('no-code'));
    // The row below it on the sheet has eight groups as well.
    for (const typed of [key, key.toUpperCase().replaceAll(' ', '')])
      expect(calls.verifyLedger({ checkpoint: typed })).toEqual(told('key-fingerprint'));
    expect(calls.verifyLedger({ checkpoint: codeOfAnotherKiosk() })).toEqual(told('other-kiosk'));
  });
});

it('gives out no head from before: while the disk does not take the entry that tells of it, no checkpoint leaves', () => {
  const { calls, outbox, ledger, fault } = stage(null);
  const take = () => calls.takeCheckpoint({ way: 'day-sheet' }, null);
  fault.full = true;
  expect(take()).toEqual({ ok: false, error: { kind: 'not-written' } });
  fault.full = false;
  outbox.flush();
  expect(take()).toMatchObject({ ok: true, value: { sheet: { sequence: ledger.head()?.sequence } } });
});

it('writes over no older file: a kiosk that goes on from an older copy comes to the same number on the same day', () => {
  const folder = workingFolder();
  const [before, restored] = [stage(folder), stage(folder)];
  const take = ({ calls }: typeof before, way: 'stick' | 'day-sheet') =>
    expect(calls.takeCheckpoint({ way }, null)).toMatchObject({ ok: true });
  take(before, 'day-sheet');
  take(before, 'stick');
  take(restored, 'stick');
  take(restored, 'stick');
  expect([before, restored].map(({ ledger }) => ledger.head()?.sequence)).toEqual([3, 3]);
  expect(readdirSync(folder)).toHaveLength(3);
  for (const { calls } of [before, restored])
    expect(calls.exportLedger({ format: 'csv' }, null)).toMatchObject({ ok: true });
  expect(readdirSync(folder)).toHaveLength(5);
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { checkpointSchema } from '../../../shared/ledger/checkpoint.ts';
import { entryKinds } from '../../../shared/ledger/entries.ts';
import { testClock } from '../clock.test-support.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { kindOfExport } from '../disk/export-names.ts';
import { outboxOn } from '../outbox/outbox.test-support.ts';
import { A_SUPERVISOR, staffStage } from '../staff/actor.test-support.ts';
import { newVault } from '../vault/vault.test-support.ts';
import { ledgerCalls } from './ledger-calls.ts';
import { isCheckpointValid } from './signatures.ts';

it('a checkpoint on a USB drive is one file: the signed head, of which the entry that tells of it is the last', () => {
  const vault = newVault();
  const people = staffStage();
  people.who = A_SUPERVISOR;
  const clock = testClock({ now: Date.UTC(2026, 10, 24, 13) });
  const { outbox, ledger, entries } = outboxOn(vault, clock);
  const exportFolder = workingFolder();
  const calls = ledgerCalls({
    ...{ ledger, outbox, clock, exportFolder },
    kiosk: { read: () => ({ identifier: '0f'.repeat(16), name: 'Counter 3', custody: 'memory' }) },
    staff: { ...people.staff, members: () => [] },
    screens: { refresh: () => undefined },
    makeDaySheet() {
      throw new Error('no paper was asked for');
    },
  });
  const taken = calls.takeCheckpoint({ way: 'stick' }, null);
  const files = readdirSync(exportFolder);
  expect(taken).toEqual({ ok: true, value: { sheet: null, file: files[0] } });
  expect(files.map(kindOfExport)).toEqual(['checkpoint']);
  const checkpoint = checkpointSchema.parse(
    JSON.parse(readFileSync(join(exportFolder, files[0] ?? ''), 'utf8')),
  );
  expect(isCheckpointValid(checkpoint)).toBe(true);
  const head = ledger.head();
  expect(checkpoint).toMatchObject({ sequence: head?.sequence, hash: head?.hash });
  // What it means: the last entry that was there when it was asked for; the checkpoint speaks for this one as well.
  expect(entries()).toMatchObject([
    { kind: 'checkpoint-taken', way: 'stick', entries: checkpoint.sequence - 1 },
  ]);
  expect(entryKinds['checkpoint-taken'].fields.entries.meaning).toContain('at least one more: this one');
});

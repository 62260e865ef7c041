import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { encodingsOf } from '../../../shared/remanence/encodings.ts';
import { long } from '../../../tests/support/sample.ts';
import { workingFolder } from '../database/temporary-files.test-support.ts';
import { openLedgerToRead } from '../ledger/ledger.ts';
import { isReceiptValid } from '../receipt/receipt.test-support.ts';
import { livingProcessesOf } from '../sessions/processes.ts';
import { until } from '../sessions/sessions.test-support.ts';
import {
  fillIn,
  lastFourOf,
  openCounter,
  PERSON,
  pageOf,
  printAfterReadBack,
} from '../start/keeper.test-support.ts';

// Also held end to end (tests/e2e/first-card.e2e.ts).
long('carries one person from start to hand-over, and then nothing of them is left', async () => {
  const dataFolder = workingFolder();
  const { keeper, page } = await openCounter({ dataFolder });
  const { services } = keeper;
  await fillIn(page);
  const [open] = services.vault.open();
  if (open === undefined) throw new Error('nothing is open');
  const before = services.vault.find(open.id);
  expect(before?.photo?.byteLength).toBeGreaterThan(10_000);
  expect(services.custody.has(open.id)).toBe(true);

  await printAfterReadBack(page);
  await page.waitForCard();
  const printed = services.vault.find(open.id);
  expect(printed).toMatchObject({ state: 'printed', stage: 'in-tray', attempts: 1 });
  expect(services.vault.made(open.id).length).toBeGreaterThan(3);
  const sealed = [printed?.photo, printed?.answers, printed?.card, printed?.tray];
  await page.does('identifyCard', { characters: await lastFourOf(page) });
  const { pid } = page.session;
  expect(livingProcessesOf(pid).length).toBeGreaterThanOrEqual(2);
  await page.does('handOver', {});

  await until(() => expect(services.endings.shown().kind).toBe('ended'));
  const news = services.endings.shown();
  if (news.kind !== 'ended') throw new Error('not ended');
  const { receipt } = news;
  expect(isReceiptValid(receipt)).toBe(true);
  expect(receipt.practice).toBe(false);
  expect(receipt.erased).toMatchObject({
    outcome: 'issued',
    search: { kind: 'searched', hits: 0, unreadable: 0 },
  });
  if (receipt.erased.search.kind !== 'searched') throw new Error('not searched');
  // Classes, which are the same for nearly everybody.
  expect(receipt.erased.search).toMatchObject({ files: 100, bytes: 10_000_000 });
  expect(receipt.notDone).toEqual(['process-memory-was-not-searched']);
  expect(livingProcessesOf(pid)).toEqual([]);

  // The record, its key and its wipe are gone; the next person may begin.
  expect(services.vault.open()).toEqual([]);
  expect(services.vault.find(open.id)).toBeNull();
  expect(services.vault.wipes.all()).toEqual([]);
  expect(services.custody.has(open.id)).toBe(false);
  expect(services.countsSoFar.of(services.clock.today())).toEqual({ issued: 1, spoiled: 0, wiped: 1 });
  const next = await pageOf(keeper);
  expect(next.session.pid).not.toBe(pid);
  expect(await next.status()).toMatchObject({ staff: { role: 'clerk' }, intake: { kind: 'open' } });
  await next.does('startApplication', {});

  // Nothing of the record stands in the file but, at most, dead ciphertext; here not even that.
  await keeper.stop();
  const file = readFileSync(join(dataFolder, 'vault.db'));
  expect(file.includes('Anselm Brightwater')).toBe(true);
  for (const column of sealed) {
    if (column === null || column === undefined) throw new Error('nothing was sealed');
    for (let at = 0; at + 32 <= column.byteLength; at += 2048)
      expect(file.includes(Buffer.from(column.subarray(at, at + 32)))).toBe(false);
  }
  const journal = readFileSync(join(dataFolder, 'vault.db-journal'));
  const ledgerFile = readFileSync(join(dataFolder, 'ledger.db'));
  for (const { bytes } of encodingsOf(PERSON.name)) {
    for (const content of [file, journal, ledgerFile])
      expect(content.includes(Buffer.from(bytes))).toBe(false);
  }
  const ledger = openLedgerToRead(join(dataFolder, 'ledger.db'));
  if (!ledger.ok) throw new Error('no ledger');
  expect(ledger.value.verify()).toMatchObject({ ok: true, value: { count: 6 } });
  ledger.value.close();
});

import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import type { Desk } from '../../../electron/keeper/desk/desk.ts';
import { continueAfterRestart } from '../../../electron/keeper/desk/restart.ts';
import { open } from '../../../electron/lib/sealing/seal.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { sealedColumns } from '../../../shared/contract/keeper.ts';
import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { readContent } from '../content.ts';
import type { Examination } from '../examination.ts';
import type { Order } from '../order.ts';
import { closeKiosk, openKiosk, unlock } from './kiosk.ts';

/** Opens every column of an application with its key, as a core would when the clerk takes it up again. */
function readRecord(desk: Desk, application: ApplicationId): Examination['open'][number] {
  const row = desk.vault.find(application);
  const key = desk.custody.open(application);
  if (row === null) throw new Error('a row that was listed is not there');
  const columns = sealedColumns.map((column) => {
    const sealed = row[column];
    if (sealed === null) return [column, null];
    const plain = key.ok ? open(key.value, application, column, sealed) : null;
    return [column, plain?.ok === true ? readContent(plain.value) : 'does not open'];
  });
  return { application, state: row.state, hasKey: key.ok, columns: Object.fromEntries(columns) };
}

/** The kinds of all entries. By another connection, once the keeper's is closed. */
function entryKinds(dataFolder: string): readonly string[] {
  const database = new Sqlite(join(dataFolder, 'ledger.db'), { readonly: true });
  const rows = z
    .array(z.object({ entry: z.instanceof(Uint8Array) }))
    .parse(database.prepare('SELECT entry FROM entries ORDER BY sequence').all());
  database.close();
  return rows.map(({ entry }) => {
    const decoded = decodeEntry(entry);
    return decoded.ok ? decoded.value.kind : 'not an entry';
  });
}

/** What the next keeper finds, does and has when it is done: the product's own start, and then a look. */
export async function examine(order: Order): Promise<Examination> {
  const kiosk = await openKiosk(order);
  const { desk } = kiosk;
  const wiping = desk.vault.wipes.all().length;
  await continueAfterRestart(desk);
  desk.expiry.start();
  unlock(desk, order);
  const verified = desk.ledger.verify();
  const found = {
    wiping,
    wipesLeft: desk.vault.wipes.all().length,
    locked: desk.wipes.failure()?.step ?? null,
    open: desk.vault.open().map(({ id }) => readRecord(desk, id)),
    keys: [...desk.custody.applications()],
    owed: desk.owed.count(),
    ledgerHolds: verified.ok,
    counts: desk.ledger.counts(desk.clock.today()),
    forgotten: desk.trayChecks.pending()?.applications ?? 0,
    sound: desk.vault.database.pragma('integrity_check', { simple: true }) === 'ok',
    bugs: kiosk.bugs,
  };
  closeKiosk(kiosk);
  return { ...found, entries: [...entryKinds(order.dataFolder)] };
}

import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { continueAfterRestart } from '../../../electron/keeper/start/continue-after-restart.ts';
import type { Services } from '../../../electron/keeper/start/services.ts';
import { open } from '../../../electron/lib/sealing/seal.ts';
import { sealedColumns } from '../../../shared/contract/application/application-snapshot.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { readContent } from '../content.ts';
import type { Examination } from '../examination.ts';
import type { Order } from '../order.ts';
import { closeKiosk, openKiosk, unlock } from './kiosk.ts';

/** Opens every column of an application with its key, as a core would when the clerk takes it up again. */
function readRecord(services: Services, application: ApplicationId): Examination['open'][number] {
  const row = services.vault.find(application);
  const key = services.custody.open(application);
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
  const { services } = kiosk;
  const wiping = services.vault.wipes.all().length;
  await continueAfterRestart(services);
  services.expiry.start();
  await unlock(services, order);
  const verified = services.ledger.verify();
  const found = {
    wiping,
    wipesLeft: services.vault.wipes.all().length,
    locked: services.wipes.failure()?.step ?? null,
    open: services.vault.open().map(({ id }) => readRecord(services, id)),
    keys: [...services.custody.applications()],
    pending: services.outbox.waiting(),
    ledgerIsValid: verified.ok,
    misfits: services.filesFit.now()?.misfits.map(({ kind }) => kind) ?? [],
    epoch: services.ledger.key()?.epoch ?? null,
    counts: services.countsSoFar.of(services.clock.today()),
    forgotten: services.trayChecks.pending()?.applications ?? 0,
    sound: services.vault.database.pragma('integrity_check', { simple: true }) === 'ok',
    bugs: kiosk.bugs,
  };
  // On their way to the ledger.
  const resting = services.outbox.resting().map(({ kind }) => kind);
  closeKiosk(kiosk);
  return { ...found, entries: [...entryKinds(order.dataFolder), ...resting] };
}

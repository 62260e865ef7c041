import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import Sqlite from 'better-sqlite3';
import { z } from 'zod';
import { unwrapDeviceKey } from '../../electron/keeper/custody/device-key.ts';
import { bytes } from '../../shared/contract/bytes.ts';
import { createCardGuess } from '../support/card-guess.ts';
import type { Bench } from './bench.ts';
import { VoidRun } from './void-run.ts';

const member = z.object({
  identifier: z.string(),
  role: z.string(),
  salt: bytes,
  sealed_device_key: bytes,
});

const PLANTED = 'XT6K';

/**
 * Does what somebody would do who has the disk and a passphrase of one member of staff: opens the device key, and
 * tries everything on the kiosk's disk that could be the hash of a card. Answers how many last fours that gives away;
 * the one of a hash in the old way, planted among them, has to be, or the run is void.
 */
export async function guessCards(
  { work, dataFolder, disk }: Bench,
  staff: { readonly name: string; readonly passphrase: string },
): Promise<number> {
  const deviceKey = await deviceKeyOf(work, dataFolder, staff);
  const guess = createCardGuess(deviceKey);
  deviceKey.fill(0);
  await disk.sync();
  const raw = disk.image === null ? filesIn(dataFolder) : [disk.image];
  const plant = Buffer.from(` ${guess.hashOf(PLANTED)} `);
  const found = guess.lastFoursIn(Buffer.concat([...raw.map((file) => readFileSync(file)), plant]));
  if (!found.includes(PLANTED)) throw new VoidRun('positive control: the planted hash was not broken');
  return found.length - 1;
}

function filesIn(folder: string): readonly string[] {
  return readdirSync(folder, { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ name }) => join(folder, name));
}

/** From a copy: the keeper has the vault open, and keeps everybody else out. */
async function deviceKeyOf(
  work: string,
  dataFolder: string,
  { name, passphrase }: { readonly name: string; readonly passphrase: string },
): Promise<Buffer> {
  const folder = mkdtempSync(join(work, 'copy-'));
  try {
    const copy = join(folder, 'vault.db');
    copyFileSync(join(dataFolder, 'vault.db'), copy);
    const database = new Sqlite(copy, { readonly: true });
    const row = database.prepare('SELECT * FROM staff WHERE name = ?').get(name);
    database.close();
    const { identifier, role, salt, sealed_device_key: sealed } = member.parse(row);
    const opened = await unwrapDeviceKey({ salt, sealed }, passphrase, { identifier, role });
    if (!opened.ok) throw new Error('the passphrase does not open the device key');
    return opened.value;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

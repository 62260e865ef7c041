import { join } from 'node:path';
import type { Recipient } from '../../../shared/contract/command/production.ts';
import type { RecipientFault } from '../../../shared/production/faults.ts';
import { err, type Result } from '../../../shared/result.ts';
import { readSmallFile } from '../../lib/file-systems/small-file.ts';
import { MOST_RECIPIENT_CHARACTERS, readRecipient } from '../../lib/recipient/read-recipient.ts';
import { whyNotOpened } from '../disk/why-not-opened.ts';

/** What the file with a recipient's key is called. */
export const RECIPIENT_FILE = 'recipient.txt';

/** Reads the key of a recipient from a folder. */
export function recipientOnDrive(folder: string): Result<Recipient, RecipientFault> {
  const path = join(folder, RECIPIENT_FILE);
  const why = whyNotOpened(path);
  if (why !== null) return err(why);
  const file = readSmallFile(path, MOST_RECIPIENT_CHARACTERS);
  return file.ok ? readRecipient(Buffer.from(file.value).toString('utf8')) : err(file.error.kind);
}

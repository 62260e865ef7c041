import { recipientHash } from '../../electron/lib/recipient/read-recipient.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import type { ProductionManifest } from '../../shared/production/manifest.ts';
import type { ProducedRecord } from '../../shared/production/record.ts';

/** What manifest and record both say, and how it is called. */
const SAID_TWICE = [
  ['kiosk', 'kiosk'],
  ['kioskName', 'name of the kiosk'],
  ['program', 'program'],
  ['produced', 'moment'],
  ['hold', 'hold'],
  ['ticket', 'ticket'],
  ['day', 'day'],
] as const;

/** What the manifest says otherwise than the record that was sealed, a sentence each. */
export function differencesFromRecord(
  manifest: ProductionManifest,
  record: ProducedRecord,
): readonly string[] {
  return SAID_TWICE.filter(([field]) => manifest[field] !== record[field]).map(
    ([field, name]) =>
      `The manifest says another ${name} than the record: ${JSON.stringify(manifest[field])}, and not ${JSON.stringify(record[field])}.`,
  );
}

/** What the manifest says otherwise of the recipient than the key that opened the file; `opener`: its public half. */
export function differencesFromKey(
  { recipient, recipientHash: told }: ProductionManifest,
  opener: string,
): readonly string[] {
  if (recipient !== opener)
    return [
      `The manifest names another recipient than the key that opens the file: ${recipient}, and not ${opener}.`,
    ];
  const own = recipientHash(recipient);
  return own === told
    ? []
    : [
        `The manifest has another hash of the recipient’s key than that key: ${fingerprint(told)}, and not ${fingerprint(own)}.`,
      ];
}

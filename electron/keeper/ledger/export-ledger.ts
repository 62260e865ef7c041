import { dayText } from '../../../shared/calendar.ts';
import type { ChainLink } from '../../../shared/ledger/chain.ts';
import { isRealDay } from '../../../shared/ledger/day.ts';
import { decodeEntry } from '../../../shared/ledger/encode-entry.ts';
import { hexOfBytes } from '../../../shared/ledger/encode-field.ts';
import { entryKindNames, fieldsOf, type LedgerEntry } from '../../../shared/ledger/entries.ts';
import { EXPORT_FORMAT, type ExportHead } from '../../../shared/ledger/export-lines.ts';
import { unreachable } from '../../../shared/result.ts';
import type { SignedPosition } from './checkpoint-rows.ts';
import type { LedgerParts } from './ledger-parts.ts';
import { rowsAtOnce } from './ledger-rows.ts';

/**
 * CSV by RFC 4180 with one set of columns for all kinds, to be read as a table; NDJSON with all that is signed in its first line and
 * one object for each entry, to be verified without the ledger's file.
 */
export const exportFormats = ['csv', 'ndjson'] as const;
export type ExportFormat = (typeof exportFormats)[number];

/** Every field of every kind, once, in the order of the declaration. */
const fieldColumns = [...new Set(entryKindNames.flatMap(fieldsOf).map(([name]) => name))];

/** The fields of an entry as they are exported: days as 2026-02-14, moments as ISO 8601 in UTC. */
function exportedFields(entry: LedgerEntry): ReadonlyMap<string, string | number> {
  const values = new Map<string, unknown>(Object.entries(entry));
  return new Map(
    fieldsOf(entry.kind).map(([name, field]) => {
      const value = values.get(name);
      if (field.type === 'day' && isRealDay(value)) return [name, dayText(value)];
      if (field.type === 'utc' && typeof value === 'number') return [name, new Date(value).toISOString()];
      if (typeof value === 'number' || typeof value === 'string') return [name, value];
      throw new Error('an entry’s field holds something else');
    }),
  );
}

/** No value has a comma, a quote or a line break (they are words, figures, hex and moments): none is quoted. */
function csvLine(values: readonly (string | number)[]): string {
  return `${values.join(',')}\r\n`;
}

function lineOf({ sequence, bytes, hash }: ChainLink, format: ExportFormat): string {
  const entry = decodeEntry(bytes);
  if (!entry.ok) throw new Error(`entry ${sequence} of the ledger cannot be read`);
  const { kind } = entry.value;
  const fields = exportedFields(entry.value);
  switch (format) {
    case 'csv':
      return csvLine([
        sequence,
        kind,
        ...fieldColumns.map((name) => fields.get(name) ?? ''),
        hexOfBytes(hash),
      ]);
    case 'ndjson':
      return `${JSON.stringify({ sequence, hash: hexOfBytes(hash), kind, fields: Object.fromEntries(fields) })}\n`;
    default:
      return unreachable(format);
  }
}

/** The line of an entry in NDJSON: there is no other for it. @throws on one that cannot be read. */
export function exportedLine(link: ChainLink): string {
  return lineOf(link, 'ndjson').trimEnd();
}

/** A signature as it is exported, with what it is over. */
function exportedSignature({ sequence, hash, signature }: SignedPosition) {
  return { sequence, hash: hexOfBytes(hash), signature: base64Of(signature) };
}

function base64Of(bytes: Uint8Array): string {
  return Buffer.from(bytes).toString('base64');
}

/** The first line of NDJSON: whose ledger it is, and each signature. Empty for one that was never opened. */
function signedLine({ checkpoints }: LedgerParts): string {
  const signer = checkpoints.signer();
  if (signer === undefined) return '';
  const head = checkpoints.head();
  const line: ExportHead = {
    format: EXPORT_FORMAT,
    kiosk: hexOfBytes(signer.kiosk),
    publicKey: base64Of(signer.publicKey),
    rolls: checkpoints
      .rollsAfter(0)
      .map(({ sequence, signature }) => ({ sequence, signature: base64Of(signature) })),
    intervals: checkpoints.kept().map(exportedSignature),
    head: head === undefined ? null : exportedSignature(head),
  };
  return `${JSON.stringify(line)}\n`;
}

/** The entries up to the present head as text, a thousand at a time. @throws on an entry that cannot be read. */
export function* exportLedger(parts: LedgerParts, format: ExportFormat): Generator<string, void> {
  const { rows } = parts;
  const end = rows.last()?.sequence ?? 0;
  // At once with the end: a keeper goes on while its export is written, and signs another head.
  let text = format === 'csv' ? csvLine(['sequence', 'kind', ...fieldColumns, 'hash']) : signedLine(parts);
  let lines = 0;
  for (const link of rows.after(0)) {
    if (link.sequence > end) break;
    text += lineOf(link, format);
    lines += 1;
    if (lines % rowsAtOnce > 0) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

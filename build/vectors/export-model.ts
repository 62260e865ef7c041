import { sha256, signCheckpoint } from '../../electron/keeper/ledger/signatures.ts';
import type { SigningKey } from '../../electron/keeper/signing/signing-key.ts';
import { appendHash, chainStart } from '../../shared/ledger/chain.ts';
import type { CheckpointPurpose } from '../../shared/ledger/checkpoint.ts';
import { hexOfBytes } from '../../shared/ledger/encode-field.ts';
import {
  bytesOfExported,
  type ExportedEntry,
  type ExportHead,
  exportedEntry,
  exportHead,
} from '../../shared/ledger/export-lines.ts';

/** An export line by line, to be changed and put together again as whoever holds the file and some keys can. */
export interface ExportModel {
  readonly head: ExportHead;
  readonly entries: readonly ExportedEntry[];
}

/** Reads an export that nobody has touched yet. @throws on any other. */
export function modelOf(text: string): ExportModel {
  const [first = '', ...lines] = text.trimEnd().split('\n');
  return {
    head: exportHead.parse(JSON.parse(first)),
    entries: lines.map((line) => exportedEntry.parse(JSON.parse(line))),
  };
}

/** The export as text. */
export function textOf({ head, entries }: ExportModel): string {
  return [head, ...entries].map((line) => `${JSON.stringify(line)}\n`).join('');
}

/** The same with another entry in a place, which counts from 1. */
export function withEntry(model: ExportModel, place: number, change: Partial<ExportedEntry>): ExportModel {
  const entries = model.entries.map((entry, index) =>
    index === place - 1 ? { ...entry, ...change } : entry,
  );
  return { ...model, entries };
}

/** Computes every hash anew from that place on, as whoever has no key can. */
export function chainedAnew({ head, entries }: ExportModel, from: number): ExportModel {
  const before = entries[from - 2];
  let hash = before === undefined ? chainStart : Buffer.from(before.hash, 'hex');
  const anew = entries.map((entry, index) => {
    if (index < from - 1) return entry;
    hash = appendHash(hash, bytesOfExported(entry), sha256);
    return { ...entry, hash: hexOfBytes(hash) };
  });
  return { head, entries: anew };
}

/** Signs the end anew. */
export function endedBy(model: ExportModel, key: SigningKey): ExportModel {
  const last = model.entries.at(-1);
  if (last === undefined) return { ...model, head: { ...model.head, head: null } };
  const { sequence, hash } = last;
  return {
    ...model,
    head: { ...model.head, head: { sequence, hash, signature: signatureOf(model, key, 'head', last) } },
  };
}

/** Signs the change of keys at an entry anew. */
export function rolledBy(model: ExportModel, sequence: number, key: SigningKey): ExportModel {
  const entry = model.entries.find((each) => each.sequence === sequence);
  if (entry === undefined) throw new Error('there is no such entry');
  const rolls = model.head.rolls.map((roll) =>
    roll.sequence === sequence ? { sequence, signature: signatureOf(model, key, 'roll', entry) } : roll,
  );
  return { ...model, head: { ...model.head, rolls } };
}

/** What this key signs of an entry, for this purpose. */
export function signatureOf(
  { head }: ExportModel,
  key: SigningKey,
  purpose: CheckpointPurpose,
  { sequence, hash }: Pick<ExportedEntry, 'sequence' | 'hash'>,
): string {
  const content = { kiosk: Buffer.from(head.kiosk, 'hex'), sequence, hash: Buffer.from(hash, 'hex') };
  return Buffer.from(signCheckpoint(key, purpose, content)).toString('base64');
}

import { codeOfCheckpoint } from '../../electron/keeper/ledger/checkpoint-code.ts';
import { publicKeyHash, sha256 } from '../../electron/keeper/ledger/signatures.ts';
import type { GuardedKey } from '../../electron/keeper/signing/signing-key.ts';
import { chainStart } from '../../shared/ledger/chain.ts';
import {
  type Checkpoint,
  type CheckpointPurpose,
  fingerprint,
  signedBytes,
} from '../../shared/ledger/checkpoint.ts';
import { encodeEntry } from '../../shared/ledger/encode-entry.ts';
import { hexOfBytes } from '../../shared/ledger/encode-field.ts';
import { bytesOfExported } from '../../shared/ledger/export-lines.ts';
import type { BreakReason } from '../../shared/ledger/reasons.ts';
import { saltedText } from '../../shared/ledger/salted-text.ts';
import { sampleEntries } from '../../shared/ledger/sample-entries.test-support.ts';
import { shortCodeOf } from '../../shared/ledger/short-checkpoint.ts';
import {
  chainedAnew,
  type ExportModel,
  endedBy,
  modelOf,
  rolledBy,
  textOf,
  withEntry,
} from './export-model.ts';
import { vectorKey, vectorSeed } from './vector-keys.ts';
import { openedBy, VECTOR_REFERENCE, writeVectorLedger, writtenLedger } from './vector-ledger.ts';

/** A file of docs/vectors, and what is in it. */
export interface VectorFile {
  readonly name: string;
  readonly text: string;
}

/** A file of a ledger, what is known of it elsewhere, and what a verifier says of that. */
export interface LedgerCase {
  readonly file: string;
  /** A code of a day sheet. */
  readonly checkpoint?: string;
  readonly fingerprint?: string;
  /** What was done to it. */
  readonly about: string;
  readonly verdict: 'valid' | 'broken' | 'refused';
  readonly entry?: number;
  readonly reason?: BreakReason;
}

/** A ledger whose keys everybody knows, in all its forms; and the same tampered with, once for each reason. */
export function ledgerVectors(): readonly VectorFile[] {
  return writtenLedger(writeVectorLedger, ({ ledger, keys }) => {
    const text = [...ledger.export('ndjson')].join('');
    const checkpoint = ledger.checkpoint();
    if (checkpoint === undefined) throw new Error('a ledger with entries has a checkpoint');
    const whole = modelOf(text);
    const { files, cases } = tampered(whole, keys, checkpoint);
    const facts = {
      about: 'docs/ledger.md says what each of these is. All bytes in hex. Anybody can sign with these keys.',
      keys: ledger.keys().map((key) => ({
        ...{ epoch: key.epoch, from: key.from, seed: hexOfBytes(vectorSeed(key.epoch)) },
        ...{ publicKey: hexOfBytes(key.publicKey.subarray(12)), spki: hexOfBytes(key.publicKey) },
        spkiSha256: hexOfBytes(sha256(key.publicKey)),
        fingerprint: fingerprint(publicKeyHash({ publicKey: Buffer.from(key.publicKey).toString('base64') })),
      })),
      chainStart: hexOfBytes(chainStart),
      entries: whole.entries.map((entry) => ({ ...entry, bytes: hexOfBytes(bytesOfExported(entry)) })),
      signatures: signaturesOf(whole, keys),
      saltedReference: {
        ...VECTOR_REFERENCE,
        sha256: hexOfBytes(
          sha256(Buffer.from(saltedText('reference', VECTOR_REFERENCE.salt, VECTOR_REFERENCE.text))),
        ),
      },
      checkpoint: { ...checkpoint, code: codeOfCheckpoint(checkpoint), shortCode: shortCodeOf(checkpoint) },
      // Field types in all their forms: in no ledger together, for only the first could stand there.
      entryOfEachKind: sampleEntries.map((entry) => ({ entry, bytes: hexOfBytes(encodeEntry(entry)) })),
      cases,
    };
    return [
      { name: 'ledger.json', text: `${JSON.stringify(facts, null, 2)}\n` },
      { name: 'ledger.ndjson', text },
      ...files,
    ];
  });
}

function signaturesOf({ head: { kiosk, rolls, head }, entries }: ExportModel, keys: readonly GuardedKey[]) {
  const over = (purpose: CheckpointPurpose, sequence: number, key: GuardedKey | undefined) => {
    const entry = entries.find((each) => each.sequence === sequence);
    if (entry === undefined || key === undefined) throw new Error('a signature is over an entry');
    const content = { kiosk: Buffer.from(kiosk, 'hex'), sequence, hash: Buffer.from(entry.hash, 'hex') };
    const signed = signedBytes(purpose, content);
    return { purpose, sequence, signed: hexOfBytes(signed), signature: hexOfBytes(key.sign(signed)) };
  };
  const last = head?.sequence ?? 0;
  return [
    ...rolls.map(({ sequence }, epoch) => over('roll', sequence, keys[epoch])),
    over('head', last, keys.at(-1)),
    // As it would be, if this were entry 4,096: its number is another one there.
    over('interval', last, keys.at(-1)),
  ];
}

const HIDDEN = 'ledger-hidden-text.ndjson';
const REFUSED = 'ledger-refused.ndjson';

/** In the middle of its hash. */
function alteredCode(code: string): string {
  const at = 60;
  return `${code.slice(0, at)}${code[at] === '7' ? '8' : '7'}${code.slice(at + 1)}`;
}

/** What somebody with a foreign key makes of the same acts: a ledger that holds by itself. */
function underForeignKeys({ head, entries }: ExportModel): ExportModel {
  const foreign = [7, 8, 9].map(vectorKey);
  const [first, ...others] = foreign;
  if (first === undefined) throw new Error('there are foreign keys');
  const opening = openedBy(first)(0);
  let next = 0;
  const anew = entries.map((entry) => {
    if (entry.kind === 'opened' && opening.kind === 'opened')
      return { ...entry, fields: { ...entry.fields, key: opening.key } };
    if (entry.kind !== 'key-rolled') return entry;
    const key = others[next];
    next += 1;
    return { ...entry, fields: { ...entry.fields, publicKey: hexOfBytes(key?.raw ?? new Uint8Array(32)) } };
  });
  const publicKey = Buffer.from(first.publicKey).toString('base64');
  let model = chainedAnew({ head: { ...head, publicKey }, entries: anew }, 1);
  for (const [place, { sequence }] of head.rolls.entries())
    model = rolledBy(model, sequence, foreign[place] ?? first);
  return endedBy(model, foreign.at(-1) ?? first);
}

function tampered(whole: ExportModel, keys: readonly GuardedKey[], checkpoint: Checkpoint) {
  const last = keys.at(-1) ?? vectorKey(0);
  const end = whole.entries.length;
  const [firstRoll] = whole.head.rolls;
  if (firstRoll === undefined) throw new Error('its key rolled');
  const without = (place: number): ExportModel => ({
    ...whole,
    entries: whole.entries.filter((_entry, index) => index !== place - 1),
  });
  const third = whole.entries[2];
  if (third === undefined) throw new Error('it has a third entry');
  const unreadable = { kind: 'visitor', fields: {} };
  const rebuilt = endedBy(
    chainedAnew(withEntry(whole, end, { fields: { ...whole.entries.at(-1)?.fields, count: 2 } }), end),
    last,
  );
  const made: readonly (LedgerCase & { readonly model: ExportModel })[] = [
    broken(
      'changed',
      4,
      'A word of an entry is another one.',
      withEntry(whole, 4, { fields: { ...whole.entries[3]?.fields, outcome: 'denied' } }),
    ),
    broken('missing', 5, 'An entry was taken out.', without(5)),
    broken('out-of-order', 1, 'An entry stands before the first.', {
      ...whole,
      entries: [{ ...third, sequence: 0 }, ...whole.entries],
    }),
    broken(
      'unreadable',
      end,
      'The last entry is of no kind, chained and signed as one.',
      endedBy(chainedAnew(withEntry(whole, end, unreadable), end), last),
    ),
    broken('unsigned', firstRoll.sequence, 'The signature of a key that gave way is gone.', {
      ...whole,
      head: { ...whole.head, rolls: whole.head.rolls.slice(1) },
    }),
    broken('bad-signature', end, 'The last entry was changed and chained anew, without a key.', {
      ...rebuilt,
      head: {
        ...rebuilt.head,
        head: rebuilt.head.head &&
          whole.head.head && { ...rebuilt.head.head, signature: whole.head.head.signature },
      },
    }),
    broken('truncated', end, 'The last entry was cut off.', without(end)),
    broken('wrong-key', 1, 'The first line names another public key than the first entry.', {
      ...whole,
      head: { ...whole.head, publicKey: Buffer.from(vectorKey(7).publicKey).toString('base64') },
    }),
  ];
  const name = fingerprint(hexOfBytes(sha256(keys[0]?.publicKey ?? new Uint8Array())));
  const code = codeOfCheckpoint(checkpoint);
  const short = shortCodeOf(checkpoint);
  const valid = { verdict: 'valid', file: 'ledger.ndjson' } as const;
  const foreign = { verdict: 'valid', file: 'ledger-under-foreign-keys.ndjson' } as const;
  const again = { verdict: 'valid', file: 'ledger-rebuilt.ndjson' } as const;
  const cases: readonly LedgerCase[] = [
    { ...valid, about: 'As it was exported.' },
    { ...valid, checkpoint: code, fingerprint: name, about: 'With all that is known of it.' },
    { ...valid, checkpoint: short, about: 'With the short code.' },
    ...made.map(({ model: _model, ...each }) => each),
    { ...foreign, about: 'Everything anew with other keys: nothing in the file tells.' },
    {
      ...foreign,
      fingerprint: name,
      about: 'The same, and the kiosk’s key is known.',
      ...{ verdict: 'broken', entry: 1, reason: 'wrong-key' },
    },
    { ...again, about: 'The last entry anew with the kiosk’s own key: nothing in the file tells.' },
    {
      ...again,
      checkpoint: code,
      about: 'The same, against a day sheet.',
      ...{ verdict: 'broken', entry: end, reason: 'rebuilt' },
    },
    {
      ...again,
      checkpoint: short,
      about: 'The same, against its short code.',
      ...{ verdict: 'broken', entry: end, reason: 'rebuilt' },
    },
    {
      ...{ file: 'ledger.ndjson', verdict: 'refused', checkpoint: alteredCode(code) },
      about: 'With a day sheet’s code of which one character is another one.',
    },
    {
      ...{ file: HIDDEN, verdict: 'broken', entry: 3, reason: 'changed' },
      about: 'A member stands twice in a line: what it says the first time is in no hash.',
    },
    { file: REFUSED, verdict: 'refused', about: 'A member stands twice in the first line.' },
  ];
  const files: readonly VectorFile[] = [
    ...made.map(({ file, model }) => ({ name: file, text: textOf(model) })),
    { name: foreign.file, text: textOf(underForeignKeys(whole)) },
    { name: again.file, text: textOf(rebuilt) },
    { name: HIDDEN, text: textOf(whole).replace('"sequence":3,', '"sequence":3,"kind":"an invented name",') },
    { name: REFUSED, text: textOf(whole).replace('{', '{"kiosk":"an invented name",') },
  ];
  return { files, cases };
}

function broken(reason: BreakReason, entry: number, about: string, model: ExportModel) {
  return { file: `ledger-${reason}.ndjson`, about, verdict: 'broken', entry, reason, model } as const;
}

import { publicKeyHash } from '../../electron/keeper/ledger/signatures.ts';
import { makeReceipt, signedBytes } from '../../electron/keeper/receipt/receipt.ts';
import { bytesOfCode, codeOfBytes } from '../../shared/base32.ts';
import type { Receipt } from '../../shared/contract/receipt.ts';
import { hexOfBytes } from '../../shared/ledger/encode-field.ts';
import { shortCodeOf } from '../../shared/ledger/short-checkpoint.ts';
import { readReceiptCode } from '../../shared/receipt/receipt-code.ts';
import { modelOf } from './export-model.ts';
import type { VectorFile } from './ledger-vectors.ts';
import { vectorKey } from './vector-keys.ts';
import { VECTOR_KIOSK, writeVectorLedger, writtenLedger } from './vector-ledger.ts';

const about = { kiosk: 'Counter 3', identifier: VECTOR_KIOSK, practice: false } as const;

/** Bytes of a code: all of it, and those before the day, of which one is changed. */
const CODE_BYTES = 125;
const LAST_OF_DAY = 20;

/** Receipts of the ledger of the vectors: data, code, what is signed; and each tampered with once. */
export function receiptVectors(): readonly VectorFile[] {
  const first = makeReceipt(
    vectorKey(1),
    { ...about, day: '2026-02-12' },
    {
      ...{ outcome: 'issued', custody: 'memory', spool: 'purged' },
      search: {
        kind: 'searched',
        files: 100,
        bytes: 10_000_000,
        tooShort: 1,
        alsoOwn: 0,
        hits: 0,
        unreadable: 0,
      },
    },
    'machine',
    'empty',
    false,
  );
  const unsearched = makeReceipt(
    vectorKey(2),
    { ...about, day: '2026-02-13' },
    { outcome: 'withdrawn', custody: 'sealed', search: { kind: 'not-searched' }, spool: 'kept-nothing' },
    'built-in',
    'kept',
    true,
  );
  const late = makeReceipt(
    vectorKey(0),
    { ...about, day: '2026-02-20' },
    unsearched.erased,
    'built-in',
    'kept',
    true,
  );
  const foreign = makeReceipt(
    vectorKey(7),
    { ...about, day: '2026-02-12' },
    first.erased,
    'machine',
    'empty',
    false,
  );
  const other = makeReceipt(
    vectorKey(1),
    { ...about, identifier: 'ff'.repeat(16), day: '2026-02-12' },
    first.erased,
    'machine',
    'empty',
    false,
  );
  const cases = [
    { about: 'A card was handed over.', receipt: first.code, verdict: 'valid' },
    { about: 'The same as data.', receipt: JSON.stringify(first), verdict: 'valid' },
    { about: 'Withdrawn, and not searched.', receipt: unsearched.code, verdict: 'valid' },
    { about: 'A character too few.', receipt: first.code.slice(1), verdict: 'no-receipt' },
    { about: 'Another day, by one bit.', receipt: altered(first.code), verdict: 'bad-signature' },
    {
      about: 'Data of another outcome.',
      receipt: JSON.stringify(withOutcome(first)),
      verdict: 'bad-signature',
    },
    { about: 'Of another kiosk, signed with this one’s key.', receipt: other.code, verdict: 'other-kiosk' },
    { about: 'Signed with a key that is not the kiosk’s.', receipt: foreign.code, verdict: 'foreign-key' },
    {
      about: 'Of a day on which that key was destroyed long since.',
      receipt: late.code,
      verdict: 'too-late',
    },
  ].map((each) => ({ ...each, ledger: 'ledger.ndjson', fingerprint: nameOf(2) }));
  const otherwise = [
    { about: 'Without a ledger, and without a fingerprint.', receipt: first.code, verdict: 'not-known' },
    ...reachCases(first.code),
    {
      ...{
        about: 'With a ledger that does not hold.',
        receipt: first.code,
        ledger: 'ledger-truncated.ndjson',
      },
      ...{ verdict: 'broken-ledger', entry: 14, reason: 'truncated' },
    },
  ];
  const facts = {
    about:
      'docs/receipt.md says what each of these is. All bytes in hex. The keys are those of ledger.json; each case is judged with the ledger, the fingerprint and the checkpoint that it names, or without.',
    receipts: [first, unsearched].map(factsOf),
    cases: [...cases, ...otherwise],
  };
  return [{ name: 'receipts.json', text: `${JSON.stringify(facts, null, 2)}\n` }];
}

/** One receipt of the second key, which took over by entry 8, with all that may be known of the kiosk. */
function reachCases(receipt: string) {
  const { entries } = writtenLedger(writeVectorLedger, ({ ledger }) =>
    modelOf([...ledger.export('ndjson')].join('')),
  );
  const sheetAt = (sequence: number): string => {
    const entry = entries[sequence - 1];
    if (entry === undefined) throw new Error('the ledger of the vectors is longer');
    return shortCodeOf(entry);
  };
  return [
    { about: 'With a ledger alone.', verdict: 'not-known' },
    { about: 'By the key itself.', fingerprint: nameOf(1), verdict: 'valid' },
    { about: 'By the key before it.', fingerprint: nameOf(0), verdict: 'not-known' },
    { about: 'By the entry by which it took over.', checkpoint: sheetAt(8), verdict: 'valid' },
    { about: 'By the entry before that.', checkpoint: sheetAt(7), verdict: 'not-known' },
  ].map((each) => ({ ...each, receipt, ledger: 'ledger.ndjson' }));
}

function nameOf(epoch: number): string {
  return publicKeyHash({ publicKey: Buffer.from(vectorKey(epoch).publicKey).toString('base64') }).slice(
    0,
    32,
  );
}

function factsOf(receipt: Receipt) {
  const read = readReceiptCode(receipt.code);
  const bytes = bytesOfCode(receipt.code, CODE_BYTES);
  if (!read.ok || bytes === null) throw new Error('a receipt has a code');
  const { signature: _signature, publicKey: _publicKey, code: _code, ...said } = receipt;
  return {
    receipt,
    signedText: signedBytes(said).toString(),
    codeBytes: hexOfBytes(bytes),
    codeSigned: hexOfBytes(read.value.signedBytes),
  };
}

function withOutcome(receipt: Receipt): Receipt {
  return { ...receipt, erased: { ...receipt.erased, outcome: 'denied' } };
}

function altered(code: string): string {
  const bytes = bytesOfCode(code, CODE_BYTES);
  if (bytes === null) throw new Error('a receipt has a code');
  return codeOfBytes(bytes.with(LAST_OF_DAY, (bytes[LAST_OF_DAY] ?? 0) ^ 1));
}

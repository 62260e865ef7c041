import { verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readPublicKey } from '../../electron/keeper/ledger/signatures.ts';
import { signedBytes } from '../../electron/keeper/receipt/receipt.ts';
import { publicKeyText, signatureText } from '../../shared/base64-text.ts';
import { dayText } from '../../shared/calendar.ts';
import { type Receipt, receipt as receiptSchema } from '../../shared/contract/receipt.ts';
import {
  type ReadReceiptCode,
  type ReceiptContent,
  readReceiptCode,
} from '../../shared/receipt/receipt-code.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { spkiOf } from '../../shared/statement/statement-code.ts';
import { readJson } from '../read-json.ts';

/** A receipt whose signatures hold, by the key that it names. Whose that is, is not known yet. */
export interface SelfSigned {
  readonly content: ReceiptContent;
  /** SPKI, DER. */
  readonly publicKey: Uint8Array;
  /** What only the data on the screen says: how the application ended, and what staff call the kiosk. Null: a code was given. */
  readonly data: Pick<Receipt, 'kiosk' | 'erased'> | null;
}

/** `no-receipt`: neither a code nor the data of one. `bad-signature`: its own key has not signed what it says. */
export type NotSelfSigned = 'no-receipt' | 'bad-signature';

/** As it came from somewhere. */
const givenReceipt = receiptSchema.extend({ signature: signatureText, publicKey: publicKeyText });

/** What somebody typed as a code, with a mistake: longer than the path of a file is, and without any sign that one has. */
const TYPED = /^[\sA-Za-z0-9-]{100,}$/;

/** Reads a receipt: the code of a paper as it was typed or scanned, a file with a scan, or a file with the data on the screen. */
export function readReceipt(given: string): Result<SelfSigned, NotSelfSigned | 'unreadable'> {
  const typed = readReceiptCode(given);
  if (typed.ok) return ofCode(typed.value);
  let text: string;
  try {
    text = readFileSync(given, 'utf8');
  } catch {
    return err(TYPED.test(given) ? 'no-receipt' : 'unreadable');
  }
  return receiptOfText(text);
}

/** The same of the text itself. */
export function receiptOfText(text: string): Result<SelfSigned, NotSelfSigned> {
  const code = readReceiptCode(text);
  return code.ok ? ofCode(code.value) : ofData(text);
}

function ofCode({
  content,
  publicKey,
  signedBytes: signed,
  signature,
}: ReadReceiptCode): Result<SelfSigned, NotSelfSigned> {
  const spki = spkiOf(publicKey);
  return isSigned(spki, signed, signature)
    ? ok({ content, publicKey: spki, data: null })
    : err('bad-signature');
}

/** The data has two signatures, and what they are over is the same but for the outcome. */
function ofData(text: string): Result<SelfSigned, NotSelfSigned> {
  const found = givenReceipt.safeParse(readJson(text));
  if (!found.success) return err('no-receipt');
  const { signature, publicKey, code, ...said } = found.data;
  const read = readReceiptCode(code);
  if (!read.ok) return err('bad-signature');
  const ofItsCode = ofCode(read.value);
  if (!ofItsCode.ok) return ofItsCode;
  const spki = Buffer.from(publicKey, 'base64');
  const isWhole =
    spki.equals(ofItsCode.value.publicKey) &&
    isSigned(spki, signedBytes(said), Buffer.from(signature, 'base64')) &&
    saysTheSame(said, ofItsCode.value.content);
  return isWhole ? ok({ ...ofItsCode.value, data: said }) : err('bad-signature');
}

function saysTheSame(
  { day, practice, erased, notDone }: Omit<Receipt, 'signature' | 'publicKey' | 'code'>,
  content: ReceiptContent,
): boolean {
  const sameSearch = JSON.stringify(inOrder(erased.search)) === JSON.stringify(inOrder(content.search));
  return (
    sameSearch &&
    day === dayText(content.day) &&
    practice === content.practice &&
    erased.custody === content.custody &&
    erased.spool === content.spool &&
    notDone.join() === content.notDone.join()
  );
}

function inOrder(search: ReceiptContent['search']): readonly (readonly [string, unknown])[] {
  return Object.entries(search).toSorted(([one], [other]) => (one < other ? -1 : 1));
}

function isSigned(spki: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean {
  const key = readPublicKey(spki);
  return key !== null && signature.length === 64 && verify(null, signed, key, signature);
}

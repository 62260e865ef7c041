import { dayOfText } from '../../../shared/calendar.ts';
import type { ErasedPart, ProvenSearch, Receipt } from '../../../shared/contract/receipt.ts';
import { receiptCode, signedBytesOfReceiptCode } from '../../../shared/receipt/receipt-code.ts';
import { rawKeyOf } from '../../../shared/statement/statement-code.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { SelectionsState } from '../x-display/selections.ts';

type Unsigned = Omit<Receipt, 'signature' | 'publicKey' | 'code'>;

/** What is signed: a fixed order of fields under a label of its own, so that no other signature fits. */
export function signedBytes(content: Unsigned): Buffer {
  const { version, day, kiosk, practice, erased, notDone } = content;
  const { outcome, custody, search, spool } = erased;
  const searched =
    search.kind === 'searched'
      ? [
          search.kind,
          search.files,
          search.bytes,
          search.tooShort,
          search.alsoOwn,
          search.hits,
          search.unreadable,
        ]
      : [search.kind];
  return Buffer.from(
    JSON.stringify([
      'counterfoil/receipt/3',
      version,
      day,
      kiosk,
      [outcome, custody, searched, spool],
      notDone,
      // Without its word a receipt of practice does not verify.
      ...(practice ? ['practice'] : []),
    ]),
  );
}

/** A machine has a memory and perhaps a ribbon of its own, which nobody here can search. */
type PrinterKind = 'built-in' | 'machine';

/** What a wipe leaves unproven, whatever else it proves. */
export function notDoneBy(
  search: ProvenSearch,
  printer: PrinterKind,
  selections: SelectionsState['kind'],
): Receipt['notDone'] {
  const notDone: Receipt['notDone'] = ['process-memory-was-not-searched'];
  if (search.kind !== 'searched') notDone.push('search-was-not-possible');
  else if (search.unreadable > 0) notDone.push('some-files-unreadable');
  if (selections !== 'empty') notDone.push('selections-not-emptied');
  if (printer === 'machine') notDone.push('printer-memory-out-of-reach', 'ribbon-not-destroyed');
  return notDone;
}

/** Of whom and when a receipt is. */
export interface ReceiptAbout extends Pick<Receipt, 'day' | 'kiosk' | 'practice'> {
  /** The kiosk's random identifier, which stands in the code alone: the name is what staff call it. */
  readonly identifier: string;
}

/**
 * Makes the signed receipt, once record and session are both proven gone. It says what was not done,
 * because a receipt that is silent about it promises too much. It is signed twice: whole, and without the outcome for its paper,
 * which others may see.
 */
export function makeReceipt(
  key: SigningKey,
  { identifier, ...about }: ReceiptAbout,
  erased: ErasedPart,
  printer: PrinterKind,
  selections: SelectionsState['kind'],
  mayOldKeyBeLeft: boolean,
): Receipt {
  const notDone = notDoneBy(erased.search, printer, selections);
  if (mayOldKeyBeLeft) notDone.push('old-signing-key-may-be-left');
  const content: Unsigned = { version: 3, ...about, erased, notDone };
  return {
    ...content,
    signature: key.sign(signedBytes(content)).toString('base64'),
    publicKey: Buffer.from(key.publicKey).toString('base64'),
    code: codeFor(key, identifier, content),
  };
}

function codeFor(key: SigningKey, kiosk: string, { day, practice, erased, notDone }: Unsigned): string {
  const { custody, search, spool } = erased;
  const said = { kiosk, day: dayOfText(day), practice, custody, search, spool, notDone };
  return receiptCode(said, rawKeyOf(key.publicKey), key.sign(signedBytesOfReceiptCode(said)));
}

import type { EndedPart, ErasedPart, ProvenSearch, Receipt } from '../../../shared/contract/receipt.ts';
import type { SigningKey } from '../signing/signing-key.ts';
import type { SelectionsState } from '../x-display/selections.ts';

type Unsigned = Omit<Receipt, 'signature' | 'publicKey'>;

/** What is signed: a fixed order of fields under a label of its own, so that no other signature fits. */
export function signedBytes(content: Unsigned): Buffer {
  const { version, day, kiosk, practice, erased, ended, notDone } = content;
  const { outcome, custody, search, spool } = erased;
  const searched =
    search.kind === 'searched'
      ? [
          search.kind,
          search.values,
          search.tooShort,
          search.alsoOwn,
          search.windows,
          search.files,
          search.bytes,
          search.hits,
          search.unreadable,
        ]
      : [search.kind];
  return Buffer.from(
    JSON.stringify([
      'counterfoil/receipt/2',
      version,
      day,
      kiosk,
      [outcome, custody, searched, spool],
      [ended.processesEnded, ended.foldersRemoved],
      notDone,
      // Without its word a receipt of practice does not verify, and those for applicants are as they were before.
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

/**
 * Makes the signed receipt out of its two parts: only both make one. It says what was not done,
 * because a receipt that is silent about it promises too much.
 */
export function makeReceipt(
  key: SigningKey,
  about: Pick<Receipt, 'day' | 'kiosk' | 'practice'>,
  erased: ErasedPart,
  ended: EndedPart,
  printer: PrinterKind,
  selections: SelectionsState['kind'],
  mayOldKeyBeLeft: boolean,
): Receipt {
  const notDone = notDoneBy(erased.search, printer, selections);
  if (mayOldKeyBeLeft) notDone.push('old-signing-key-may-be-left');
  const content: Unsigned = { version: 2, ...about, erased, ended, notDone };
  return {
    ...content,
    signature: key.sign(signedBytes(content)).toString('base64'),
    publicKey: Buffer.from(key.publicKey).toString('base64'),
  };
}

import { createPrivateKey, createPublicKey, generateKeyPairSync, type KeyObject, sign } from 'node:crypto';
import type { ErasedPart, ProvenSearch, Receipt } from '../../../shared/contract/receipt.ts';
import type { SelectionsState } from '../x-display/selections.ts';

type Unsigned = Omit<Receipt, 'signature' | 'publicKey'>;

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

/** Makes a new key for a kiosk: Ed25519, PKCS #8 DER. */
export function createSigningKey(): Buffer {
  return generateKeyPairSync('ed25519').privateKey.export({ format: 'der', type: 'pkcs8' });
}

/** Reads a kiosk's key. Throws on anything but one that `createSigningKey` made. */
export function readSigningKey(der: Uint8Array): KeyObject {
  return createPrivateKey({ key: Buffer.from(der), format: 'der', type: 'pkcs8' });
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
 * Makes the signed receipt, once record and session are both proven gone. It says what was not done,
 * because a receipt that is silent about it promises too much.
 */
export function makeReceipt(
  key: KeyObject,
  about: Pick<Receipt, 'day' | 'kiosk' | 'practice'>,
  erased: ErasedPart,
  printer: PrinterKind,
  selections: SelectionsState['kind'],
): Receipt {
  const notDone = notDoneBy(erased.search, printer, selections);
  const content: Unsigned = { version: 3, ...about, erased, notDone };
  return {
    ...content,
    signature: sign(null, signedBytes(content), key).toString('base64'),
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
  };
}

import { createPublicKey, verify } from 'node:crypto';
import type { Receipt } from '../../../shared/contract/receipt.ts';
import { signedBytes } from './receipt.ts';

/** Whether the receipt is exactly what its own public key signed. Whose key it is, the ledger tells. */
export function isReceiptValid(receipt: Receipt): boolean {
  const { signature, publicKey, code: _code, ...content } = receipt;
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  return verify(null, signedBytes(content), key, Buffer.from(signature, 'base64'));
}

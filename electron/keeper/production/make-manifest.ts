import { createPublicKey, type KeyObject, sign } from 'node:crypto';
import {
  type ProductionManifest,
  signedText,
  type UnsignedManifest,
} from '../../../shared/production/manifest.ts';

/** The signed manifest, as it is written. */
export function makeManifest(key: KeyObject, content: UnsignedManifest): string {
  const manifest: ProductionManifest = {
    ...content,
    signature: sign(null, Buffer.from(signedText(content)), key).toString('base64'),
    publicKey: createPublicKey(key).export({ format: 'der', type: 'spki' }).toString('base64'),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

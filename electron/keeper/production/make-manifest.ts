import {
  type ProductionManifest,
  signedText,
  type UnsignedManifest,
} from '../../../shared/production/manifest.ts';
import type { SigningKey } from '../signing/signing-key.ts';

/** The signed manifest, as it is written. */
export function makeManifest(key: SigningKey, content: UnsignedManifest): string {
  const manifest: ProductionManifest = {
    ...content,
    signature: key.sign(Buffer.from(signedText(content))).toString('base64'),
    publicKey: Buffer.from(key.publicKey).toString('base64'),
  };
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

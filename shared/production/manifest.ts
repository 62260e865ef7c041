import { z } from 'zod';
import { recipient } from '../contract/command/production.ts';
import { holdId, memberId, ticket } from '../contract/ids.ts';

const hex = (digits: number) => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`));

/** Beside an encrypted application on a stick: what it is, whose act, and that it is whole. Names no person. */
export const productionManifest = z.strictObject({
  format: z.literal('counterfoil production 1'),
  /** The kiosk's random identifier, and its name. */
  kiosk: hex(32),
  kioskName: z.string(),
  build: z.enum(['evaluation', 'release']),
  program: z.string(),
  /** ISO 8601 in UTC. */
  produced: z.iso.datetime(),
  by: memberId,
  second: memberId,
  hold: holdId,
  ticket,
  /** The day of the ticket, ISO 8601. */
  day: z.string(),
  recipient,
  /** SHA-256 of the recipient's key as it stands here (UTF-8), as in the ledger. */
  recipientHash: hex(64),
  package: z.strictObject({ file: z.string(), bytes: z.int().min(1), sha256: hex(64) }),
  /** The last entry of the kiosk's ledger, which tells of this production or comes before the one that does. */
  ledger: z.strictObject({ sequence: z.int().min(1), hash: hex(64) }),
  signature: z.base64(),
  publicKey: z.base64(),
});
export type ProductionManifest = z.infer<typeof productionManifest>;
export type UnsignedManifest = Omit<ProductionManifest, 'signature' | 'publicKey'>;

/** The text that the kiosk's key signs: a fixed order of fields under a label of its own, so that no other signature fits. */
export function signedText(content: UnsignedManifest): string {
  const { format, kiosk, kioskName, build, program, produced, by, second, hold } = content;
  const { ledger, package: sealed } = content;
  return JSON.stringify([
    format,
    [kiosk, kioskName, build, program],
    [produced, by, second, hold],
    [content.ticket, content.day],
    [content.recipient, content.recipientHash],
    [sealed.file, sealed.bytes, sealed.sha256],
    [ledger.sequence, ledger.hash],
  ]);
}

/** The manifest's name beside its package. */
export function manifestOf(file: string): string {
  return file.replace(/\.age$/, '.json');
}

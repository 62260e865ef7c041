import { bytesOfCode, codeOfBytes } from '../../../shared/base32.ts';
import type { Checkpoint } from '../../../shared/ledger/checkpoint.ts';

/** What stands before the 32 bytes of every Ed25519 public key as SPKI in DER. */
const SPKI_HEAD = Buffer.from('302a300506032b6570032100', 'hex');
const FORMAT = 1;
/** Format, kiosk, five bytes of the sequence, hash, signature, public key: 240 characters, and none left over. */
const LENGTHS = [1, 16, 5, 32, 64, 32] as const;
const CODE_BYTES = LENGTHS.reduce<number>((sum, length) => sum + length, 0);
const SEQUENCE_BYTES = 5;

/** A checkpoint as it stands on a day sheet: all of it, so that whoever scans the paper needs nothing else to check it by. */
export function codeOfCheckpoint({ kiosk, sequence, hash, signature, publicKey }: Checkpoint): string {
  const number = Buffer.alloc(SEQUENCE_BYTES);
  // Throws beyond a million million entries.
  number.writeUIntBE(sequence, 0, SEQUENCE_BYTES);
  const key = Buffer.from(publicKey, 'base64').subarray(SPKI_HEAD.length);
  return codeOfBytes(
    Buffer.concat([
      Buffer.of(FORMAT),
      Buffer.from(kiosk, 'hex'),
      number,
      Buffer.from(hash, 'hex'),
      Buffer.from(signature, 'base64'),
      key,
    ]),
  );
}

/** The checkpoint of a code as it was scanned or typed; null: it is none. Whether its signature holds is not looked at. */
export function checkpointOfCode(text: string): Checkpoint | null {
  const bytes = bytesOfCode(text, CODE_BYTES);
  if (bytes === null || bytes[0] !== FORMAT) return null;
  let from = 0;
  const [, kiosk, sequence, hash, signature, key] = LENGTHS.map((length) => {
    from += length;
    return Buffer.from(bytes.subarray(from - length, from));
  });
  if (!kiosk || !sequence || !hash || !signature || !key) throw new Error('a code has all of its parts');
  const number = sequence.readUIntBE(0, SEQUENCE_BYTES);
  if (number === 0) return null;
  return {
    format: 'counterfoil checkpoint 1',
    kiosk: kiosk.toString('hex'),
    sequence: number,
    hash: hash.toString('hex'),
    signature: signature.toString('base64'),
    publicKey: Buffer.concat([SPKI_HEAD, key]).toString('base64'),
  };
}

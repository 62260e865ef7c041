import { randomBytes, verify } from 'node:crypto';
import type { ApplicationId, HoldId } from '../../../../shared/contract/ids.ts';
import { concatenate } from '../../../../shared/ledger/bytes.ts';
import { eightBytes } from '../../../../shared/ledger/checkpoint.ts';
import { wordBytes } from '../../../../shared/ledger/encode-field.ts';
import type { SigningKey } from '../../signing/signing-key.ts';
import type { MarkRow, SignedPosition } from '../checkpoint-rows.ts';
import { keyInForce } from '../key-in-force.ts';
import type { LedgerParts } from '../ledger-parts.ts';
import { readPublicKey, sha256 } from '../signatures.ts';

/** What the ledger is told of the vault whenever it is written to. */
export interface VaultNow {
  /** How often applications began and ended. */
  readonly generation: number;
  /** The applications in it, and those that may begin before the ledger is written to again. */
  readonly applications: readonly ApplicationId[];
  /** What legal holds froze by name. */
  readonly held: readonly { readonly hold: HoldId; readonly application: ApplicationId }[];
}

/**
 * What the ledger says of the vault.
 *
 * - `none`: nothing. No program of this version has written to it.
 * - `altered`: the mark is not what the key that signs now has signed with the last entry, or since.
 */
export type VaultMark =
  | { readonly kind: 'none' }
  | { readonly kind: 'altered' }
  | {
      readonly kind: 'signed';
      readonly generation: number;
      /** Whether this application was there, or could begin: what has ended since is not vouched for, whatever file brings it. */
      vouchesFor(application: ApplicationId): boolean;
      /** Whether this hold had frozen it: a row of the vault may name another one since. */
      wasHeld(hold: string, application: ApplicationId): boolean;
    };

const SIGNED = wordBytes('counterfoil ledger vault 1\n');
const NAMED = wordBytes('counterfoil application 1\n');
const HELD = wordBytes('counterfoil held application 1\n');
const SALT_BYTES = 16;
/** Nobody finds another id with the same half of a hash. */
const NAME_BYTES = 16;

/** An application as the mark has it. The salt is new each time: what is left of earlier marks names nobody. */
function nameOf(salt: Uint8Array, application: ApplicationId): Buffer {
  return halfHash([NAMED, salt, Buffer.from(application, 'hex')]);
}

/** That a hold froze it. */
function heldName(salt: Uint8Array, hold: string, application: ApplicationId): Buffer {
  return halfHash([HELD, salt, Buffer.from(hold, 'hex'), Buffer.from(application, 'hex')]);
}

function halfHash(parts: readonly Uint8Array[]): Buffer {
  return Buffer.from(sha256(concatenate(parts))).subarray(0, NAME_BYTES);
}

/** The head as well: a mark of an earlier one, put back beside the ledger of now, is none. */
function signedBytes(
  kiosk: Uint8Array,
  head: Pick<SignedPosition, 'sequence' | 'hash'>,
  { generation, salt, members }: Omit<MarkRow, 'signature'>,
): Uint8Array {
  const place = [eightBytes(head.sequence), head.hash];
  return concatenate([SIGNED, kiosk, ...place, eightBytes(generation), salt, sha256(members)]);
}

/**
 * Writes in the place of the mark before what the vault has now, signed by the key in force. Inside the ledger's transaction: an entry and
 * the mark with it, or neither.
 */
export function markVault({ checkpoints }: LedgerParts, key: SigningKey, vault: VaultNow): void {
  const signer = checkpoints.signer();
  const head = checkpoints.head();
  if (signer === undefined || head === undefined)
    throw new Error('a ledger that was never opened speaks for no vault');
  const salt = randomBytes(SALT_BYTES);
  // Sorted: their order must not say which of them began first.
  const names = [
    ...vault.applications.map((each) => nameOf(salt, each)),
    ...vault.held.map(({ hold, application }) => heldName(salt, hold, application)),
  ].sort(Buffer.compare);
  const mark = { generation: vault.generation, salt, members: Buffer.concat(names) };
  checkpoints.setMark({ ...mark, signature: key.sign(signedBytes(signer.kiosk, head, mark)) });
}

/** Reads the mark, and believes nothing that the key in force has not signed. */
export function readVaultMark(parts: LedgerParts): VaultMark {
  const mark = parts.checkpoints.mark();
  if (mark === undefined) return { kind: 'none' };
  const signer = parts.checkpoints.signer();
  const inForce = keyInForce(parts);
  const key = inForce === undefined ? null : readPublicKey(inForce.publicKey);
  const head = parts.checkpoints.head();
  if (signer === undefined || key === null || head === undefined) return { kind: 'altered' };
  if (!verify(null, signedBytes(signer.kiosk, head, mark), key, mark.signature)) return { kind: 'altered' };
  const { salt, members, generation } = mark;
  const names = new Set<string>();
  for (let at = 0; at < members.length; at += NAME_BYTES)
    names.add(Buffer.from(members.subarray(at, at + NAME_BYTES)).toString('hex'));
  return {
    ...{ kind: 'signed', generation },
    vouchesFor: (application) => names.has(nameOf(salt, application).toString('hex')),
    wasHeld: (hold, application) => names.has(heldName(salt, hold, application).toString('hex')),
  };
}

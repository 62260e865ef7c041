import { z } from 'zod';
import { bytes } from '../../../shared/contract/bytes.ts';
import type { ChainPosition } from '../../../shared/ledger/chain.ts';
import type { Database } from '../database/open-database.ts';

/** A position of the chain with a signature over it. */
export interface SignedPosition extends ChainPosition {
  readonly signature: Uint8Array;
}

const signedRow = z.object({ sequence: z.number(), hash: bytes, signature: bytes });
const rollRow = z.object({ sequence: z.number(), signature: bytes });
const markRow = z.object({ generation: z.number().int(), salt: bytes, members: bytes, signature: bytes });
const signerRow = z.object({ kiosk: bytes, publicKey: bytes });

/** Whose ledger it is: the kiosk's identifier (16 bytes) and its public key (SPKI, DER). */
export type Signer = z.infer<typeof signerRow>;

/** The signature of a key over the entry by which the next one took over. */
export type RollRow = z.infer<typeof rollRow>;

/** The mark of the vault (`vault-mark.ts`). */
export type MarkRow = z.infer<typeof markRow>;

/** The statements on signer, head, kept checkpoints, rolls and the mark of the vault, prepared once, their rows parsed. */
export function checkpointRowsOf(database: Database) {
  const readSigner = database.prepare('SELECT kiosk, public_key AS publicKey FROM signer');
  const writeSigner = database.prepare('INSERT INTO signer (only_one, kiosk, public_key) VALUES (1, ?, ?)');
  const readHead = database.prepare('SELECT sequence, hash, signature FROM head');
  const firstHead = database.prepare(
    'INSERT INTO head (only_one, sequence, hash, signature) VALUES (1, ?, ?, ?)',
  );
  const nextHead = database.prepare('UPDATE head SET sequence = ?, hash = ?, signature = ?');
  const readKept = database.prepare('SELECT sequence, hash, signature FROM checkpoints ORDER BY sequence');
  const lastKept = database.prepare(
    'SELECT sequence, hash, signature FROM checkpoints ORDER BY sequence DESC LIMIT 1',
  );
  const keep = database.prepare('INSERT INTO checkpoints (sequence, hash, signature) VALUES (?, ?, ?)');
  const rolls = database.prepare(
    'SELECT sequence, signature FROM rolls WHERE sequence > ? ORDER BY sequence',
  );
  // No entry has a number below 1; a row that somebody added with one is no roll.
  const lastRoll = database.prepare(
    'SELECT sequence, signature FROM rolls WHERE sequence > 0 AND sequence <= ? ORDER BY sequence DESC LIMIT 1',
  );
  const readMark = database.prepare('SELECT generation, salt, members, signature FROM vault_mark');
  const writeMark = database.prepare(
    'INSERT OR REPLACE INTO vault_mark (only_one, generation, salt, members, signature) VALUES (1, ?, ?, ?, ?)',
  );
  const addRoll = database.prepare('INSERT INTO rolls (sequence, signature) VALUES (?, ?)');
  return {
    signer(): Signer | undefined {
      return signerRow.optional().parse(readSigner.get());
    },
    setSigner({ kiosk, publicKey }: Signer): void {
      writeSigner.run(kiosk, publicKey);
    },
    head(): SignedPosition | undefined {
      return signedRow.optional().parse(readHead.get());
    },
    /** The signature of the head before is gone with it. */
    setHead({ sequence, hash, signature }: SignedPosition): void {
      if (nextHead.run(sequence, hash, signature).changes === 0) firstHead.run(sequence, hash, signature);
    },
    kept(): readonly SignedPosition[] {
      return z.array(signedRow).parse(readKept.all());
    },
    lastKept(): SignedPosition | undefined {
      return signedRow.optional().parse(lastKept.get());
    },
    keep({ sequence, hash, signature }: SignedPosition): void {
      keep.run(sequence, hash, signature);
    },
    /** Those after an entry, in order. */
    rollsAfter(sequence: number): readonly RollRow[] {
      return z.array(rollRow).parse(rolls.all(sequence));
    },
    /** The last one up to an entry, and with it. */
    lastRoll(upTo: number): RollRow | undefined {
      return rollRow.optional().parse(lastRoll.get(upTo));
    },
    mark(): MarkRow | undefined {
      return markRow.optional().parse(readMark.get());
    },
    /** In the place of the one before. */
    setMark({ generation, salt, members, signature }: MarkRow): void {
      writeMark.run(generation, salt, members, signature);
    },
    addRoll({ sequence, signature }: RollRow): void {
      addRoll.run(sequence, signature);
    },
  };
}
export type CheckpointRows = ReturnType<typeof checkpointRowsOf>;

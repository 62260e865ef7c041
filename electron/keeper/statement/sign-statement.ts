import type { StatementPaper } from '../../../shared/contract/paper.ts';
import { canonicalJson } from '../../../shared/statement/canonical-json.ts';
import { statementOnPaper } from '../../../shared/statement/on-paper.ts';
import type { Statement } from '../../../shared/statement/statement.ts';
import { rawKeyOf, signedBytesOfStatement, statementCode } from '../../../shared/statement/statement-code.ts';
import { sha256 } from '../ledger/signatures.ts';
import type { SigningKey } from '../signing/signing-key.ts';

/** A statement as it leaves the kiosk. */
export interface MadeStatement {
  readonly statement: Statement;
  /** SHA-256 of its canonical JSON, hex. */
  readonly digest: string;
  /** What stands in the file: canonical JSON again. */
  readonly file: string;
  /** What stands on the paper as a code. */
  readonly code: string;
}

/** SHA-256 of a statement, over its canonical JSON. */
export function digestOf(statement: Statement): Uint8Array {
  return sha256(Buffer.from(canonicalJson(statement)));
}

/** Signs a statement with the kiosk's key. */
export function signStatement(key: SigningKey, statement: Statement): MadeStatement {
  const digest = digestOf(statement);
  const kiosk = Buffer.from(statement.kiosk.identifier, 'hex');
  const spki = key.publicKey;
  const signature = key.sign(signedBytesOfStatement({ kiosk, digest }));
  const hex = Buffer.from(digest).toString('hex');
  return {
    statement,
    digest: hex,
    file: `${canonicalJson({
      statement,
      digest: hex,
      signature: signature.toString('base64'),
      publicKey: Buffer.from(spki).toString('base64'),
    })}\n`,
    code: statementCode({ kiosk, digest, publicKey: rawKeyOf(spki), signature }),
  };
}

/** A statement as a reader has it on paper. */
export function madeOnPaper({ statement, digest, code }: MadeStatement): StatementPaper {
  return statementOnPaper(statement, { digest, code });
}

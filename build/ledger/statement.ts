import { hash, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readPublicKey, sha256 } from '../../electron/keeper/ledger/signatures.ts';
import { sameBytes } from '../../shared/ledger/bytes.ts';
import { fingerprint, inGroups } from '../../shared/ledger/checkpoint.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { canonicalJson } from '../../shared/statement/canonical-json.ts';
import { momentInWords } from '../../shared/statement/figures.ts';
import { type Statement, statementFileSchema } from '../../shared/statement/statement.ts';
import {
  type ReadStatementCode,
  rawKeyOf,
  readStatementCode,
  signedBytesOfStatement,
  spkiOf,
} from '../../shared/statement/statement-code.ts';
import { done, type Outcome, refused } from '../outcome.ts';

/** What is checked: all that a code has, and where a file was given what it states. */
interface Given extends ReadStatementCode {
  readonly statement: Statement | null;
}

/**
 * Checks a custody statement, out of its file or out of the code on its paper, and says what it proves. `key`: the
 * fingerprint of the kiosk's key, as somebody knows it from elsewhere. Code 1: it was altered, or another key signed it.
 */
export function statement(fileOrCode: string, key: string | undefined): Outcome {
  const expected = key === undefined ? null : key.toLowerCase().replace(/\s/g, '');
  if (expected !== null && !/^[0-9a-f]{32}$/.test(expected)) {
    return refused(
      '--key is the fingerprint of the kiosk’s key: 32 hexadecimal digits, as on the day sheet.',
    );
  }
  const code = readStatementCode(fileOrCode);
  const given = code.ok ? ok({ ...code.value, statement: null }) : readFile(fileOrCode);
  if (!given.ok) return given.error;
  const { kiosk, digest, publicKey, signature, statement: stated } = given.value;
  const signer = readPublicKey(spkiOf(publicKey));
  if (signer === null || !verify(null, signedBytesOfStatement({ kiosk, digest }), signer, signature)) {
    return { code: 1, say: 'The signature does not hold: this statement was altered, or mistyped.' };
  }
  const name = fingerprint(hash('sha256', spkiOf(publicKey), 'hex'));
  if (expected !== null && name.replaceAll(' ', '') !== expected) {
    return { code: 1, say: `Another key signed this: ${name}, and not ${inGroups(expected)}.` };
  }
  return done(
    [
      `The signature holds. Kiosk ${inGroups(Buffer.from(kiosk).toString('hex'))}, key ${name}.`,
      expected === null
        ? 'Whose key that is, nothing here says: compare it with a day sheet, a checkpoint, or give it with --key.'
        : 'It is the key that was given.',
      `SHA-256 of the statement: ${inGroups(Buffer.from(digest).toString('hex'))}. The ledger’s entry “statement-made” has the same.`,
      ...(stated === null
        ? ['Only the code was checked. The file of the statement must have the same SHA-256.']
        : inWords(stated)),
    ].join('\n'),
  );
}

function inWords({ made, ledger, search }: Statement): readonly string[] {
  return [
    `Made ${momentInWords(made.utc)}, when the ledger had ${ledger.entries} entries; head ${inGroups(ledger.head)}.`,
    search.kind === 'searched'
      ? `It opened and read ${search.files} files (${search.bytes} bytes), and found what was planted to test the search.`
      : `Its search is void (${search.control}): what it says of files and tables proves nothing.`,
  ];
}

function readFile(path: string): Result<Given, Outcome> {
  let text: string;
  let parsed: unknown;
  try {
    text = readFileSync(path, 'utf8');
    parsed = JSON.parse(text);
  } catch {
    return err(
      refused(
        `${path} can be read neither as a statement nor as the code of one: it is not there, or has another length.`,
      ),
    );
  }
  const file = statementFileSchema.safeParse(parsed);
  if (!file.success) return err(refused(`${path} is no custody statement.`));
  const { statement: stated, digest, signature, publicKey } = file.data;
  const kiosk = Buffer.from(stated.kiosk.identifier, 'hex');
  const own = sha256(Buffer.from(canonicalJson(stated)));
  if (!sameBytes(own, Buffer.from(digest, 'hex'))) {
    return err({ code: 1, say: 'What it states is not what was signed: the statement was altered.' });
  }
  const spki = Buffer.from(publicKey, 'base64');
  if (readPublicKey(spki) === null) return err(refused(`${path} has no key that can be read.`));
  return ok({
    statement: stated,
    kiosk,
    digest: own,
    publicKey: rawKeyOf(spki),
    signature: Buffer.from(signature, 'base64'),
  });
}

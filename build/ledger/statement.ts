import { hash, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { readPublicKey, sha256 } from '../../electron/keeper/ledger/signatures.ts';
import type { StatementPaper } from '../../shared/contract/paper.ts';
import { sameBytes } from '../../shared/ledger/bytes.ts';
import { fingerprint, inGroups } from '../../shared/ledger/checkpoint.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { canonicalJson } from '../../shared/statement/canonical-json.ts';
import { statementOnPaper } from '../../shared/statement/on-paper.ts';
import {
  type ReadStatementCode,
  rawKeyOf,
  readStatementCode,
  signedBytesOfStatement,
  spkiOf,
  statementCode,
} from '../../shared/statement/statement-code.ts';
import { type ReadStatement, statementFileSchema } from '../../shared/statement/statement-file.ts';
import { onOneLine } from '../on-one-line.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { ASK_FOR_LEDGER, statementInLedger } from './keys-up-to.ts';
import { readFingerprint } from './read-fingerprint.ts';

/** What is checked: all that a code has, and where a file was given what it states. */
interface Given extends ReadStatementCode {
  readonly statement: ReadStatement | null;
}

/**
 * Checks a custody statement, out of its file or out of the code on its paper, and says what it proves: a code which file
 * it is about, and only a file what is stated. Of a file it then has the words of its paper, to compare them with one.
 * `key`: the fingerprint of a key of the kiosk, as somebody knows it from elsewhere (`ledger`: by which it is known of which kiosk
 * another key is, and which has an entry of it); key and signature travel together, so
 * without it nothing is proven. Code 1: it was altered, or a key of none or its entry is not there; code 2: nobody said whose key it
 * must be, or another key signed it and no ledger was given.
 */
export function statement(fileOrCode: string, key: string | undefined, ledger: string | undefined): Outcome {
  const known = key === undefined ? ok(null) : readFingerprint(key);
  if (!known.ok) return refused(`--key ${known.error}`);
  const expected = known.value;
  const code = readStatementCode(fileOrCode);
  const given = code.ok ? ok({ ...code.value, statement: null }) : readFile(fileOrCode);
  if (!given.ok) return given.error;
  const { kiosk, digest, publicKey, signature, statement: stated } = given.value;
  const signer = readPublicKey(spkiOf(publicKey));
  if (signer === null || !verify(null, signedBytesOfStatement({ kiosk, digest }), signer, signature)) {
    return { code: 1, say: 'The signature does not hold: this statement was altered, or mistyped.' };
  }
  const name = fingerprint(hash('sha256', spkiOf(publicKey), 'hex'));
  const isThatKey = name.replaceAll(' ', '') === expected;
  const hex = Buffer.from(digest).toString('hex');
  const fault = faultOf({ name, expected, digest: hex }, ledger);
  if (fault !== null) return fault;
  const say = [
    `The signature holds. Kiosk ${inGroups(Buffer.from(kiosk).toString('hex'))}, key ${name}.`,
    expected === null
      ? 'Whose key that is, is not known: anybody can make a key and sign with it. Give the fingerprint of a day sheet or of a checkpoint that left the kiosk before, with --key.'
      : isThatKey
        ? 'It is the key that was given.'
        : 'By its ledger it is another key of the kiosk whose key was given.',
    `SHA-256 of the statement: ${inGroups(hex)}. The ledger’s entry “statement-made” has the same.`,
    ...(stated === null
      ? [
          'Only the code was checked: it proves which file a paper is about, and nothing about the figures on that paper. Check the file, which must have the same SHA-256, and compare the paper with it.',
        ]
      : []),
  ].join('\n');
  const outcome = expected === null ? refused(say) : done(say);
  if (stated === null) return outcome;
  const paper = statementOnPaper(stated, { digest: hex, code: statementCode(given.value) });
  return { ...outcome, read: paperInWords(paper).join('\n') };
}

/** Null: nothing that is known speaks against it. */
function faultOf(
  {
    name,
    expected,
    digest,
  }: { readonly name: string; readonly expected: string | null; readonly digest: string },
  ledgerPath: string | undefined,
): Outcome | null {
  const signer = name.replaceAll(' ', '');
  const another = expected === null ? '' : `Another key signed this: ${name}, and not ${inGroups(expected)}.`;
  if (ledgerPath === undefined)
    return expected === null || expected === signer ? null : refused(`${another} ${ASK_FOR_LEDGER}`);
  const ledger = statementInLedger(ledgerPath, digest);
  if (!ledger.ok) return ledger.error;
  const { keys, isEntered } = ledger.value;
  if (expected !== null && !keys.includes(expected))
    return { code: 1, say: `The key ${inGroups(expected)} is none of this ledger.` };
  if (!keys.includes(signer)) return { code: 1, say: another === '' ? `${name} ${NO_KEY}` : another };
  return isEntered ? null : { code: 1, say: NOT_ENTERED };
}

const NO_KEY = 'signed this, which is no key of this ledger.';

const NOT_ENTERED =
  'This ledger has no entry “statement-made” with its SHA-256: the kiosk did not make this statement, or made it after this ledger was copied. Whoever took a key of the kiosk, later destroyed, can sign one.';

/** The paper line by line: whoever holds one compares each figure on it with this. */
function paperInWords({ heading, lines, sections, code }: StatementPaper): readonly string[] {
  const words = [
    'What follows is what the file states. A paper with another figure was not printed from it.',
    ...['', heading, ...lines],
    ...sections.flatMap((section) => [
      ...['', section.label],
      ...section.rows.map(({ label, value }) => `  ${label}: ${value}`),
      ...section.lines.map((line) => `  ${line}`),
    ]),
    ...['', `${code.label}: ${code.text}`],
  ];
  // Whoever made the file may have signed it with a key of their own.
  return words.map((line) => onOneLine(line));
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

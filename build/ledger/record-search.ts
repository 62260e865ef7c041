import { createHash, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { publicKeyHash, readPublicKey } from '../../electron/keeper/ledger/signatures.ts';
import { fingerprint } from '../../shared/ledger/checkpoint.ts';
import { type SearchStatement, searchStatement, signedText } from '../../shared/record-search/statement.ts';
import { checkAskedName, digestedText } from '../../shared/record-search/terms.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { readCheckpoint } from './read-checkpoint.ts';

/** Name and salt as they stand on the paper. */
export interface NameOnPaper {
  readonly name: string;
  readonly salt: string;
}

/**
 * Checks the signed answer of a name search against the public key of a kiosk, out of any checkpoint of it, and whether
 * it is about the name on a paper. Code 1: it was altered, is no answer of this kiosk, or is about another name.
 */
export function recordSearch(path: string, checkpointPath: string, paper: NameOnPaper | null): Outcome {
  const checkpoint = readCheckpoint(checkpointPath);
  if (!checkpoint.ok) return refused(checkpoint.error);
  const read = readStatement(path);
  if (!read.ok) return refused(read.error);
  const statement = read.value;
  const { kiosk, publicKey } = checkpoint.value;
  if (statement.kiosk !== kiosk || statement.publicKey !== publicKey)
    return { code: 1, say: 'This answer is not of the kiosk and the key of the checkpoint.' };
  const key = readPublicKey(Buffer.from(publicKey, 'base64'));
  if (key === null) return refused(`${checkpointPath} has no key that can be read.`);
  const { signature, publicKey: _, ...content } = statement;
  if (!verify(null, Buffer.from(signedText(content)), key, Buffer.from(signature, 'base64')))
    return {
      code: 1,
      say: 'The signature does not hold: this answer was altered, or this kiosk never gave it.',
    };
  const isOfName = paper === null ? null : isAbout(statement, paper);
  if (isOfName === false)
    return {
      code: 1,
      say: 'The answer is signed, and is not about this name with this salt: one of them was mistyped, or it is the paper of another search.',
    };
  return done(
    [
      `This answer was signed by the key ${fingerprint(publicKeyHash({ publicKey }))}, of kiosk ${kiosk.slice(0, 8)} (${statement.kioskName}).`,
      ...inWords(statement),
      isOfName === null
        ? 'With --name and --salt from the paper it is checked which name was asked.'
        : 'It is about the name on the paper.',
    ].join('\n'),
  );
}

function readStatement(path: string): Result<SearchStatement, string> {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return err(`${path} cannot be read as the answer of a name search.`);
  }
  const statement = searchStatement.safeParse(found);
  return statement.success ? ok(statement.data) : err(`${path} is no answer of a name search.`);
}

function isAbout(statement: SearchStatement, { name, salt }: NameOnPaper): boolean {
  const asked = checkAskedName(name);
  const digits = salt.replaceAll(/\s/g, '').toLowerCase();
  if (!asked.ok) return false;
  return createHash('sha256').update(digestedText(digits, asked.value)).digest('hex') === statement.name;
}

const VERDICTS = {
  found: 'Found: the kiosk held this name.',
  'not-found': 'Not found: the kiosk held no application with this name.',
  'not-known': 'Not known: no application that could be opened held this name, and some could not be opened.',
} as const;

function inWords(statement: SearchStatement): readonly string[] {
  const { verdict, searched, unsearchable, beingErased, matches, began, reason, by, second } = statement;
  const tickets = matches.map(({ ticket }) => ticket).join(', ');
  return [
    VERDICTS[verdict],
    ...(matches.length === 0 ? [] : [`Tickets: ${tickets}.`]),
    `Searched: ${searched}. Could not be opened: ${unsearchable}. Being erased: ${beingErased}.`,
    `Asked at ${began} by ${by} and ${second}, reason: ${reason}.`,
    `Ledger at entry ${statement.ledger.sequence}; program ${statement.program}, ${statement.build}.`,
  ];
}

import { createHash, verify } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { publicKeyHash, readPublicKey } from '../../electron/keeper/ledger/signatures.ts';
import { digestOfAnswer } from '../../electron/keeper/record-search/search-statement.ts';
import { type Checkpoint, fingerprint } from '../../shared/ledger/checkpoint.ts';
import {
  holdsInWords,
  matchInWords,
  REASON_WORDS,
  staffTextsInWords,
  verdictInWords,
} from '../../shared/record-search/search-words.ts';
import {
  type ReadSearchStatement,
  readSearchStatement,
  signedText,
} from '../../shared/record-search/statement.ts';
import { checkAskedName, digestedText } from '../../shared/record-search/terms.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { onOneLine } from '../on-one-line.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { compareWithLedger } from './entered-answer.ts';
import { type KeptElsewhere, keysUpTo } from './keys-up-to.ts';
import { readCheckpoint } from './read-checkpoint.ts';

/** Name and salt as they stand on the paper. */
export interface NameOnPaper {
  readonly name: string;
  readonly salt: string;
}

/**
 * Checks the signed answer of a name search against a checkpoint of the kiosk that was taken after it, and against its
 * ledger; and whether it is about the name on a paper. Code 1: it was altered, is no answer of this kiosk or not the one
 * that it entered, the checkpoint says nothing about it, or it is about another name. Code 2: no ledger was given, so all
 * that is known is whose key signed it. `askPaper`: only once the answer holds; null: nobody wants to check the name.
 */
export async function recordSearch(
  path: string,
  { checkpoint: checkpointPath, ledger }: KeptElsewhere,
  askPaper: () => Promise<NameOnPaper | null>,
): Promise<Outcome> {
  const checkpoint = readCheckpoint(checkpointPath);
  if (!checkpoint.ok) return refused(checkpoint.error);
  const read = readStatement(path);
  if (!read.ok) return refused(read.error);
  const statement = read.value;
  const mismatch = mismatchOf(statement, checkpoint.value) ?? brokenSignature(statement);
  if (mismatch !== null) return { code: 1, say: mismatch };
  const stranger = strangeKey(statement, checkpoint.value, ledger);
  if (stranger !== null) return stranger;
  const entered = ledger === undefined ? null : compareWithLedger(ledger, statement, checkpoint.value);
  if (entered !== null && entered.code !== 0) return entered;
  const paper = await askPaper();
  if (paper !== null && !isAbout(statement, paper))
    return {
      code: 1,
      say: 'The answer is signed, and is not about this name with this salt: one of them was mistyped, or it is the paper of another search.',
    };
  const { kiosk } = checkpoint.value;
  const say = [
    `This answer was signed by the key ${fingerprint(publicKeyHash(statement))}, of kiosk ${kiosk.slice(0, 8)} (${onOneLine(statement.kioskName)}).`,
    entered?.say ?? NOT_COMPARED,
    ...inWords(statement),
    paper === null
      ? 'Which name was asked was not checked: name and salt stand on the paper.'
      : 'It is about the name on the paper.',
  ].join('\n');
  return entered === null ? refused(say) : done(say);
}

const NOT_COMPARED =
  'Not checked: whether the kiosk gave this answer. Whoever has its disk can sign another one with the same key. Give the ledger’s file, or a copy of it, with --ledger; or look in an exported ledger for the SHA-256 below.';

/** Whether the key that it names signed it; null: it did. Whose that is, `strangeKey` asks. */
function brokenSignature(statement: ReadSearchStatement): string | null {
  const { signature, publicKey, ...content } = statement;
  const key = readPublicKey(Buffer.from(publicKey, 'base64'));
  const holds =
    key !== null && verify(null, Buffer.from(signedText(content)), key, Buffer.from(signature, 'base64'));
  return holds ? null : 'The signature does not hold: this answer was altered, or this kiosk never gave it.';
}

/** Why the checkpoint says nothing about this answer; null: it does. */
function mismatchOf({ kiosk, ledger }: ReadSearchStatement, checkpoint: Checkpoint): string | null {
  if (kiosk !== checkpoint.kiosk) return 'This answer is of another kiosk than the checkpoint.';
  if (checkpoint.sequence < ledger.sequence)
    return `The checkpoint is of entry ${checkpoint.sequence}, and entry ${ledger.sequence} tells of this search: an earlier checkpoint says nothing about it. Use one that was taken after the search.`;
  if (checkpoint.sequence === ledger.sequence && checkpoint.hash !== ledger.hash)
    return `Entry ${ledger.sequence} of the checkpoint is not the one that tells of this search.`;
  return null;
}

/** Whether no key of the kiosk signed it, as far as the ledger up to the checkpoint says; null: one did. */
function strangeKey(
  { publicKey }: ReadSearchStatement,
  checkpoint: Checkpoint,
  ledger: string | undefined,
): Outcome | null {
  const keys = keysUpTo(checkpoint, ledger);
  if (!keys.ok) return keys.error;
  if (keys.value.some((key) => Buffer.from(key.publicKey).toString('base64') === publicKey)) return null;
  return ledger === undefined
    ? refused(
        'This answer has another key than the checkpoint: the kiosk never gave it, or was set up anew since, or signed it with another of its keys, which changes at least every day. Give the ledger’s file, or a copy of it, with --ledger.',
      )
    : { code: 1, say: 'No key of this kiosk up to the checkpoint signed this answer: it never gave it.' };
}

function readStatement(path: string): Result<ReadSearchStatement, string> {
  let found: unknown;
  try {
    found = JSON.parse(readFileSync(path, 'utf8'));
  } catch {
    return err(`${path} cannot be read as the answer of a name search.`);
  }
  const statement = readSearchStatement.safeParse(found);
  return statement.success ? ok(statement.data) : err(`${path} is no answer of a name search.`);
}

function isAbout(statement: ReadSearchStatement, { name, salt }: NameOnPaper): boolean {
  const asked = checkAskedName(name);
  const digits = salt.replaceAll(/\s/g, '').toLowerCase();
  if (!asked.ok) return false;
  return createHash('sha256').update(digestedText(digits, asked.value)).digest('hex') === statement.name;
}

/** More than these are in the file. */
const MOST_INPUTS = 10;

function inWords(statement: ReadSearchStatement): readonly string[] {
  const { searched, beingErased, erasedMeanwhile, matches, ledger } = statement;
  const doubt = statement.dateInDoubt ? ' The kiosk’s date was in doubt then.' : '';
  return [
    verdictInWords(statement),
    ...staffTextsOf(statement),
    ...matches.map((match) => `${matchInWords(match, MOST_INPUTS)}.`),
    `Searched: ${searched}. ${notSearched(statement)} Being erased: ${beingErased}. Erased meanwhile: ${erasedMeanwhile}.`,
    `Legal holds in force: ${holdsInWords(statement.holds)}.`,
    `Asked at ${statement.began} by ${statement.by} and ${statement.second}.${doubt} Reason: ${REASON_WORDS[statement.reason]}.`,
    `SHA-256 of the answer, which the entry “record-search-answered” of its search must have: ${digestOfAnswer(statement)}`,
    `Entry ${ledger.sequence} of the ledger tells of this search. See which other searches the ledger has, and which of them have an answer.`,
    `Program ${onOneLine(statement.program)}, ${statement.build}.`,
  ];
}

/** Formats before the third searched none. */
function staffTextsOf(statement: ReadSearchStatement): readonly string[] {
  if (!('staffTexts' in statement))
    return ['Names of staff, counsel’s references, notices, and the kiosk’s name were not searched.'];
  const { staffTexts } = statement;
  if (staffTexts === null) return ['Texts of staff: their search failed.'];
  return staffTexts.length === 0
    ? ['Texts of staff: none has this name.']
    : [`${staffTextsInWords(staffTexts, MOST_INPUTS)}.`];
}

/** The first format did not tell them apart. */
function notSearched(statement: ReadSearchStatement): string {
  return 'failed' in statement
    ? `Encrypted, not searchable: ${statement.unsearchable}. Search failed: ${statement.failed}.`
    : `Could not be opened, or their search failed: ${statement.unsearchable}.`;
}

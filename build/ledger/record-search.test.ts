import { createHash } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { PassThrough, Readable } from 'node:stream';
import { expect, it } from 'vitest';
import {
  issuedEntries,
  newKey,
  temporaryPath,
  worked,
} from '../../electron/keeper/ledger/ledger.test-support.ts';
import { openLedger } from '../../electron/keeper/ledger/ledger.ts';
import { sha256 } from '../../electron/keeper/ledger/signatures.ts';
import { digestOfAnswer, makeStatement } from '../../electron/keeper/record-search/search-statement.ts';
import { memberId } from '../../shared/contract/ids.ts';
import { hexOfBytes } from '../../shared/ledger/encode-field.ts';
import type { LedgerEntry } from '../../shared/ledger/entries.ts';
import { sampleOfFirstFormat, sampleStatement } from '../../shared/record-search/statement.test-support.ts';
import {
  type SearchFindings,
  type SearchStatement,
  signedText,
} from '../../shared/record-search/statement.ts';
import { digestedText } from '../../shared/record-search/terms.ts';
import { askPaper } from './ask-paper.ts';
import { exportTo } from './read-commands.ts';
import { recordSearch } from './record-search.ts';

const KIOSK = '0f1e2d3c4b5a69788796a5b4c3d2e1f0';
const SALT = '00112233445566778899aabbccddeeff';
const PAPER = { name: 'Zephyrina Vandersloot', salt: '0011 2233 4455 6677 8899 AABB CCDD EEFF' };

const nobody = () => Promise.resolve(null);
const noted = () => Promise.resolve(PAPER);

/** Entries of other things. */
const others: readonly LedgerEntry[] = issuedEntries(3);

interface Given {
  /** What the ledger has of answers to the search, whose entry has this number; without it, this one. */
  readonly answers?: (answer: SearchStatement) => readonly LedgerEntry[];
  /** What comes before the checkpoint is taken; the rest follows. */
  readonly isCheckpointEarly?: boolean;
}

/** What a kiosk enters with this answer. */
function entryOf(answer: SearchStatement): LedgerEntry {
  const { sequence } = answer.ledger;
  const utc = Date.UTC(2026, 10, 24, 16, 1);
  return {
    ...{ kind: 'record-search-answered', utc, searchEntry: sequence },
    answer: digestOfAnswer(answer),
  };
}

/** A kiosk's ledger with a search and its answer, a checkpoint of it, and the answer. */
function stage({ answers = (answer) => [entryOf(answer)], isCheckpointEarly = false }: Given = {}) {
  const path = temporaryPath();
  const key = newKey();
  const ledger = worked(openLedger(path, () => key));
  const write = (name: string, value: unknown): string => {
    const file = join(dirname(path), name);
    writeFileSync(file, JSON.stringify(value));
    return file;
  };
  const { by, second, reason, policy, dateInDoubt, holds, ...sample } = sampleStatement({});
  const { verdict, searched, unsearchable, failed, beingErased, erasedMeanwhile, matches, staffTexts } =
    sample;
  const began = Date.UTC(2026, 10, 24, 16);
  const publicKey = hexOfBytes(sha256(key.publicKey));
  ledger.appendAll([{ kind: 'opened', utc: began, kiosk: KIOSK, key: publicKey }, ...others]);
  const position = ledger.append({
    ...{ kind: 'records-searched', utc: began, by, second, reason, applications: 12, unsearchable: 1 },
  });
  const digest = createHash('sha256').update(digestedText(SALT, PAPER.name)).digest('hex');
  /** Signed with the kiosk's key, as the kiosk does it. */
  const sign = (found: Partial<SearchFindings>, at = position, who = by): SearchStatement =>
    makeStatement(
      key,
      { by: who, second, reason, digest },
      { began, ledger: at, dateInDoubt, holds: [...holds] },
      { identifier: KIOSK, name: 'Counter 3', build: 'evaluation', policy },
      {
        verdict,
        searched,
        unsearchable,
        failed,
        beingErased,
        erasedMeanwhile,
        matches: [...matches],
        staffTexts,
        ...found,
      },
      Date.UTC(2026, 10, 24, 16, 1),
    );
  const statement = sign({});
  const early = ledger.checkpoint();
  ledger.appendAll([...others, ...answers(statement), ...others]);
  const head = isCheckpointEarly ? early : ledger.checkpoint();
  ledger.close();
  const kept = { checkpoint: write('checkpoint.json', head), ledger: path };
  /** As a kiosk signed it before answers had their present format. */
  const signOld = () => {
    const { publicKey: of, ledger: at } = statement;
    const { signature: _, publicKey: __, ...old } = { ...sampleOfFirstFormat(), kiosk: KIOSK, ledger: at };
    const signature = key.sign(Buffer.from(signedText(old))).toString('base64');
    return { ...old, signature, publicKey: of };
  };
  return { kept, statement, sign, signOld, write, position };
}

/** The same verdict of everybody who is asked. */
const says = (code: 0 | 1 | 2, words: string) => ({ code, say: expect.stringContaining(words) });

it('an export of the ledger tells as much as its file', async () => {
  const { kept, statement, write } = stage();
  const path = write('answer.json', statement);
  const ledger = join(dirname(path), 'ledger.ndjson');
  expect(exportTo(kept.ledger, 'ndjson', ledger)).toMatchObject({ code: 0 });
  expect(await recordSearch(path, { ...kept, ledger }, noted)).toMatchObject(
    says(0, 'It is the answer that the kiosk entered'),
  );
});

it('an answer is said in words, and which name it is about with the paper alone', async () => {
  const { kept, statement, write } = stage();
  const path = write('answer.json', statement);
  const { code, say } = await recordSearch(path, kept, noted);
  expect([code, say]).toEqual([0, expect.stringContaining('It is about the name on the paper.')]);
  expect(say).toContain('Found');
  expect(say).toContain('Ticket 3 of 2026-11-23 (name, in another spelling).');
  expect(say).toContain('Texts of staff: none has this name.');
  expect(say).toContain(
    'Searched: 12. Encrypted, not searchable: 1. Search failed: 3. Being erased: 2. Erased meanwhile: 4.',
  );
  expect(say).toContain('Legal holds in force: 1 on everything, 0 on named tickets.');
  expect(say).toContain('Entry 5 of the ledger tells of this search.');
  expect(await recordSearch(path, kept, nobody)).toMatchObject({
    code: 0,
    say: expect.stringContaining('was not checked'),
  });
  for (const wrong of [
    { ...PAPER, name: 'Peregrine Oddfellow' },
    { ...PAPER, salt: PAPER.salt.replace('0011', '0012') },
    { ...PAPER, name: '' },
  ]) {
    expect(await recordSearch(path, kept, () => Promise.resolve(wrong))).toMatchObject({
      code: 1,
      say: expect.stringContaining('not about this name'),
    });
  }
});

it('an answer of the first format is checked as ever, and says that it does not tell apart what failed', async () => {
  const { kept, signOld, write } = stage();
  const old = signOld();
  const unchecked = { ...kept, ledger: undefined };
  const { code, say } = await recordSearch(write('old.json', old), unchecked, nobody);
  expect([code, say]).toEqual([2, expect.stringContaining('This answer was signed by the key')]);
  expect(say).toContain('Searched: 12. Could not be opened, or their search failed: 4. Being erased: 2.');
  expect(say).toContain(
    'Names of staff, counsel’s references, notices, and the kiosk’s name were not searched.',
  );
  expect(await recordSearch(write('altered.json', { ...old, searched: 13 }), unchecked, nobody)).toEqual(
    says(1, 'The signature does not hold'),
  );
});

it('an answer is the one that the kiosk entered; a second one, signed with its key for the same search, is refused', async () => {
  const { kept, statement, sign, write } = stage();
  expect(await recordSearch(write('answer.json', statement), kept, noted)).toEqual(
    says(0, 'It is the answer that the kiosk entered for this search: entry 9 has its SHA-256.'),
  );
  const second = sign({
    verdict: 'not-found',
    matches: [],
    unsearchable: 0,
    failed: 0,
    beingErased: 0,
    erasedMeanwhile: 0,
  });
  expect(second.ledger).toEqual(statement.ledger);
  const path = write('second.json', second);
  expect(await recordSearch(path, kept, noted)).toEqual(says(1, 'another answer than the kiosk entered'));
  // The control: without a ledger its signature holds, and nothing more is said of it.
  const unchecked = await recordSearch(path, { ...kept, ledger: undefined }, noted);
  expect(unchecked).toEqual(says(2, 'Not checked: whether the kiosk gave this answer.'));
  expect(unchecked.say).toContain('Not found: every application');
});

it('an answer to a search that the ledger has no answer to, or several, or of another ledger is not said to be the kiosk’s', async () => {
  const check = (given: ReturnType<typeof stage>, ledger = given.kept.ledger) =>
    recordSearch(given.write('answer.json', given.statement), { ...given.kept, ledger }, nobody);
  // The search was canceled, or the kiosk stopped: what is signed since is no answer of then.
  expect(await check(stage({ answers: () => [] }))).toEqual(
    says(1, 'the ledger has no answer to this search'),
  );
  const ofAnotherSearch = stage({
    answers: (answer) => [entryOf({ ...answer, ledger: { ...answer.ledger, sequence: 4 } })],
  });
  expect(await check(ofAnotherSearch)).toEqual(says(1, 'the ledger has no answer to this search'));
  // What the checkpoint does not speak for can have been written at any time.
  expect(await check(stage({ isCheckpointEarly: true }))).toEqual(
    says(1, 'Up to entry 5, that of the checkpoint'),
  );
  const twice = stage({ answers: (answer) => [entryOf(answer), entryOf(answer)] });
  expect(await check(twice)).toEqual(says(1, '2 answers to this search, in the entries 9, 10'));
  expect(await check(stage(), stage().kept.ledger)).toEqual(says(1, 'names another kiosk or key'));
  expect(await check(stage(), '/nowhere/ledger.db')).toEqual(says(2, 'does not exist'));
});

it('an answer that names an entry which tells of no such search is refused', async () => {
  const { kept, sign, write, position } = stage();
  const { hash } = position;
  for (const at of [
    { sequence: 4, hash },
    { sequence: 5, hash: 'ef'.repeat(32) },
  ]) {
    const answer = write('answer.json', sign({}, at));
    expect(await recordSearch(answer, kept, nobody)).toEqual(
      says(1, `Entry ${at.sequence} of this ledger is not the one that tells of this search.`),
    );
  }
  const others = write('answer.json', sign({}, position, memberId.parse('d'.repeat(32))));
  expect(await recordSearch(others, kept, nobody)).toEqual(
    says(1, 'Entry 5 of this ledger is not the one that tells of this search.'),
  );
});

it('an altered answer, another kiosk’s, and what is none are told apart', async () => {
  const { kept, statement, write } = stage();
  for (const change of [
    { verdict: 'not-found' },
    { matches: [] },
    { searched: 13 },
    { reason: 'own-request' },
  ]) {
    const altered = write('altered.json', { ...statement, ...change });
    expect(await recordSearch(altered, kept, nobody)).toEqual(says(1, 'does not hold'));
  }
  const own = write('own.json', statement);
  expect(await recordSearch(own, stage().kept, nobody)).toEqual(says(1, 'No key of this kiosk'));
  const elsewhere = write('elsewhere.json', { ...statement, kiosk: 'ab'.repeat(16) });
  expect(await recordSearch(elsewhere, kept, nobody)).toEqual(says(1, 'another kiosk'));
  const none = write('none.json', { ...statement, format: 'another' });
  expect((await recordSearch(none, kept, nobody)).code).toBe(2);
  expect((await recordSearch('/nowhere.json', kept, nobody)).code).toBe(2);
});

it('a checkpoint from before the search, or of another history, is refused', async () => {
  const { kept, sign, write, position } = stage({ isCheckpointEarly: true });
  const check = (sequence: number, hash = position.hash) =>
    recordSearch(write('answer.json', sign({}, { sequence, hash })), kept, nobody);
  expect(await check(6)).toEqual(says(1, 'an earlier checkpoint'));
  expect(await check(5, 'ef'.repeat(32))).toEqual(says(1, 'Entry 5 of the checkpoint is not'));
});

it('name and salt are two lines of the input; without a name nothing is checked', async () => {
  const asked = (text: string) => askPaper(Readable.from([text]), new PassThrough());
  expect(await asked(`${PAPER.name}\n${PAPER.salt}\n`)).toEqual(PAPER);
  expect(await asked('\n')).toBeNull();
  expect(await asked('')).toBeNull();
  expect(await asked(PAPER.name)).toEqual({ name: PAPER.name, salt: '' });
});

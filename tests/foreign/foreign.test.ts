import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { vectorsFolder } from '../../build/vectors/write-vectors.ts';
import { breakReasons } from '../../shared/ledger/reasons.ts';
import { madeBases } from './bases.test-support.ts';
import { askedOfLedger, type Question, tamperedLedger, wholeLedger } from './ledger-cases.test-support.ts';
import { oddQuestions } from './odd-questions.test-support.ts';
import { type Answer, ourAnswer } from './our-verdict.test-support.ts';
import { findPython, foreignAnswers } from './python.test-support.ts';
import { askedOfReceipt, otherReceipt, wholeReceipt } from './receipt-cases.test-support.ts';

// Another verifier, written from docs/ledger.md and docs/receipt.md alone, says the same of ledgers and receipts as the product's own.

const SEED = 20_260_214;
const isLong = process.env.COUNTERFOIL_ALL === '1';
const LEDGERS = isLong ? 8_000 : 100;
const RECEIPTS = isLong ? 2_000 : 40;
const BASES = isLong ? 60 : 8;
/** Files lie in one folder so long. */
const AT_ONCE = 250;

const python = findPython();
const lacks = 'lacks' in python ? python.lacks : null;
const compared = it.skipIf(lacks !== null);

let folder = '';
beforeAll(() => {
  // The long comparison is what somebody relies on: there nothing is passed over.
  if (lacks !== null && isLong) throw new Error(lacks);
  if (lacks !== null) process.stderr.write(`tests/foreign: skipped, because ${lacks}.\n`);
  folder = mkdtempSync(join(tmpdir(), 'counterfoil-foreign-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** One case of three is whole. */
function drawn<Plan>(whole: fc.Arbitrary<Plan>, other: fc.Arbitrary<Plan>, count: number): readonly Plan[] {
  return fc.sample(fc.oneof({ weight: 2, arbitrary: whole }, { weight: 3, arbitrary: other }), {
    numRuns: count,
    seed: SEED,
  });
}

/** A question, and what both say. */
interface Compared {
  readonly question: Question;
  readonly ours: Answer;
  readonly foreign: Answer;
}

/** What both say of each, in the order in which they were asked. */
function bothSay<Plan>(
  plans: readonly Plan[],
  asked: (plan: Plan, name: string) => Question,
): readonly Compared[] {
  if ('lacks' in python) throw new Error(python.lacks);
  const { program } = python;
  const all: Compared[] = [];
  for (let start = 0; start < plans.length; start += AT_ONCE) {
    const questions = plans.slice(start, start + AT_ONCE).map((plan, index) => asked(plan, `case-${index}`));
    const foreign = foreignAnswers(program, questions, join(folder, 'questions.txt'));
    expect(foreign).toHaveLength(questions.length);
    for (const [index, question] of questions.entries()) {
      const theirs = foreign[index];
      if (theirs === undefined) throw new Error('an answer for each');
      all.push({ ours: ourAnswer(question), foreign: theirs, question });
    }
  }
  return all;
}

function counted(answers: readonly Answer[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { verdict, reason } of answers) {
    const word = reason ?? verdict;
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

const ledgerFacts = z.object({
  cases: z.array(
    z.object({
      file: z.string(),
      checkpoint: z.string().optional(),
      fingerprint: z.string().optional(),
      verdict: z.string(),
      entry: z.int().optional(),
      reason: z.string().optional(),
    }),
  ),
});
const receiptFacts = z.object({
  cases: z.array(
    z.object({
      ...{ receipt: z.string(), ledger: z.string().optional(), verdict: z.string() },
      ...{ checkpoint: z.string().optional(), fingerprint: z.string().optional() },
      ...{ entry: z.int().optional(), reason: z.string().optional() },
    }),
  ),
});

/** What stands beside each vector: there is one of each verdict at least. */
function vectorCases(): readonly (readonly [Question, Answer])[] {
  const facts = (name: string): unknown => JSON.parse(readFileSync(`${vectorsFolder}${name}`, 'utf8'));
  const ledgers = ledgerFacts
    .parse(facts('ledger.json'))
    .cases.map(
      ({ file, checkpoint, fingerprint, ...said }) =>
        [{ ledger: `${vectorsFolder}${file}`, ...given({ checkpoint, fingerprint }) }, given(said)] as const,
    );
  const receipts = receiptFacts
    .parse(facts('receipts.json'))
    .cases.map(({ receipt, ledger, checkpoint, fingerprint, ...said }) => {
      const file = ledger === undefined ? undefined : `${vectorsFolder}${ledger}`;
      return [given({ receipt, ledger: file, checkpoint, fingerprint }), given(said)] as const;
    });
  return [...ledgers, ...receipts];
}

/** Without what is not there. */
function given<Facts extends object>(
  facts: Facts,
): { [Name in keyof Facts]: Exclude<Facts[Name], undefined> } {
  return JSON.parse(JSON.stringify(facts));
}

describe(`a verifier in Python${lacks === null ? '' : ` (skipped: ${lacks})`}`, () => {
  compared('says of each vector what stands beside it', () => {
    if ('lacks' in python) throw new Error(python.lacks);
    const cases = vectorCases();
    const said = foreignAnswers(
      python.program,
      cases.map(([question]) => question),
      join(folder, 'questions.txt'),
    );
    expect(said).toEqual(cases.map(([, answer]) => answer));
  });

  compared(`agrees on verdict, first bad entry and reason of ${LEDGERS} ledgers`, () => {
    const bases = madeBases(BASES, SEED);
    const plans = drawn(wholeLedger, tamperedLedger, LEDGERS);
    const said = bothSay(plans, (plan, name) => askedOfLedger(plan, bases, folder, name));
    for (const { ours, foreign, question } of said) expect(foreign, JSON.stringify(question)).toEqual(ours);
    const counts = counted(said.map(({ ours }) => ours));
    expect(counts.get('valid')).toBeGreaterThan(LEDGERS / 3);
    // The control: all that a verifier can say is among ten thousand; the vectors have it in the short form.
    const words = ['refused', 'valid', ...breakReasons];
    if (isLong) expect([...counts.keys()].toSorted()).toEqual(words.toSorted());
    else expect(counts.size).toBeGreaterThan(words.length / 2);
  });

  compared('agrees on JSON of sizes that nobody draws, and on what is looked at first', () => {
    if ('lacks' in python) throw new Error(python.lacks);
    const questions = oddQuestions(folder);
    const foreign = foreignAnswers(python.program, questions, join(folder, 'questions.txt'));
    const ours = questions.map(ourAnswer);
    expect(foreign).toEqual(ours);
    const words = ours.map(({ verdict, reason }) => reason ?? verdict);
    expect(words).toEqual([
      ...['valid', 'valid', 'valid', 'no-receipt', 'no-receipt', 'no-receipt'],
      ...['changed', 'changed', 'changed', 'refused', 'refused', 'refused'],
    ]);
  });

  compared(`agrees on the verdict on ${RECEIPTS} receipts`, () => {
    const bases = madeBases(BASES, SEED);
    const plans = drawn(wholeReceipt, otherReceipt, RECEIPTS);
    const said = bothSay(plans, (plan, name) => askedOfReceipt(plan, bases, folder, name));
    for (const { ours, foreign, question } of said) expect(foreign, JSON.stringify(question)).toEqual(ours);
    const counts = counted(said.map(({ ours }) => ours));
    expect(counts.get('valid')).toBeGreaterThan(RECEIPTS / 3);
    const verdicts = ['no-receipt', 'bad-signature', 'foreign-key', 'other-kiosk', 'too-late', 'not-known'];
    for (const verdict of isLong ? verdicts : verdicts.slice(0, 2))
      expect(counts.get(verdict), verdict).toBeGreaterThan(0);
  });
});

import { expect, it } from 'vitest';
import { textInputs } from '../application/fields.ts';
import { recordSearchPaper } from '../contract/paper.ts';
import { searchOnPaper } from './search-paper.ts';
import { VERDICT_WORDS } from './search-words.ts';
import { sampleOfFirstFormat, sampleOfSecondFormat, sampleStatement } from './statement.test-support.ts';
import { readSearchStatement, searchStatement, searchVerdicts, signedText, verdictOf } from './statement.ts';

const one = sampleStatement({});
const DIGEST = '9f'.repeat(32);

it('with anything that was not opened and none found, nobody says that it is not held', () => {
  const opened = { unsearchable: 0, failed: 0, beingErased: 0, erasedMeanwhile: 0, staffTexts: [] };
  expect(verdictOf({ ...opened, matches: [] })).toBe('not-found');
  for (const left of [{ unsearchable: 1 }, { failed: 1 }, { beingErased: 1 }, { erasedMeanwhile: 1 }]) {
    expect(verdictOf({ ...opened, ...left, matches: [] })).toBe('not-known');
    expect(verdictOf({ ...opened, ...left, matches: one.matches })).toBe('found');
  }
});

it('a text of staff that has the name is found; where they were not searched nobody says that it is not held', () => {
  const opened = { unsearchable: 0, failed: 0, beingErased: 0, erasedMeanwhile: 0, matches: [] };
  const staffTexts = [{ source: 'counsel-reference', match: 'one-word-of-it' } as const];
  expect(verdictOf({ ...opened, staffTexts })).toBe('found');
  expect(verdictOf({ ...opened, staffTexts: null })).toBe('not-known');
  expect(verdictOf({ ...opened, staffTexts: [] })).toBe('not-found');
});

it('every field that is told is signed', () => {
  const { signature: _, publicKey: __, ...content } = one;
  const texts = Object.keys(content).map((field) => {
    const changed = searchStatement.parse(sampleStatement({ [field]: CHANGED[field] }));
    return signedText(changed);
  });
  expect(texts).toHaveLength(26);
  // The format names itself: this one is made with all the rest.
  expect(new Set(texts.slice(1)).size).toBe(25);
  expect(texts.slice(1)).not.toContain(signedText(one));
});

it('an answer of the first format is read as it was signed, and is none of those that are made now', () => {
  const before = sampleOfFirstFormat();
  expect(readSearchStatement.parse(before)).toEqual(before);
  expect(searchStatement.safeParse(before).success).toBe(false);
  expect(signedText(before)).toContain('["found",12,4,2,4]');
  expect(signedText(one)).toContain('["found",12,1,3,2,4]');
  // Neither passes for the other.
  expect(readSearchStatement.safeParse({ ...before, failed: 0 }).success).toBe(false);
  expect(readSearchStatement.safeParse({ ...one, failed: undefined }).success).toBe(false);
});

it('an answer of the second format is read as it was signed: it says nothing of texts of staff', () => {
  const before = sampleOfSecondFormat();
  expect(readSearchStatement.parse(before)).toEqual(before);
  expect(searchStatement.safeParse(before).success).toBe(false);
  expect(signedText(before)).toBe(
    JSON.stringify([
      'counterfoil record search 2',
      [before.kiosk, before.kioskName, before.build, before.program, before.policy],
      [before.began, before.dateInDoubt, before.ended, before.by, before.second, before.reason],
      [before.name, before.inputs, before.spellings],
      ['found', 12, 1, 3, 2, 4],
      [['2026-11-23', 3, [['name', 'other-spelling']]]],
      [['all', 'subpoena', '2026-11-20T09:00:00.000Z']],
      [7, 'ef'.repeat(32)],
    ]),
  );
  expect(readSearchStatement.safeParse({ ...before, staffTexts: [] }).success).toBe(false);
  expect(readSearchStatement.safeParse({ ...one, staffTexts: undefined }).success).toBe(false);
});

const CHANGED: Readonly<Record<string, unknown>> = {
  format: 'counterfoil record search 3',
  kiosk: 'e'.repeat(32),
  kioskName: 'Counter 4',
  build: 'release',
  program: '9.9.9',
  policy: 'd'.repeat(64),
  began: '2026-11-24T16:00:01.000Z',
  dateInDoubt: true,
  ended: '2026-11-24T16:01:01.000Z',
  by: 'e'.repeat(32),
  second: 'd'.repeat(32),
  reason: 'court-order',
  name: 'f'.repeat(64),
  inputs: ['name'],
  spellings: ['as-typed'],
  staffSources: [],
  verdict: 'not-known',
  searched: 11,
  unsearchable: 2,
  failed: 9,
  beingErased: 4,
  erasedMeanwhile: 5,
  matches: [],
  staffTexts: null,
  holds: [],
  ledger: { sequence: 8, hash: '1'.repeat(64) },
};

it('the paper speaks in sentences of at most 25 words, with contractions', () => {
  const { notes } = searchOnPaper(one, DIGEST, 'America/New_York');
  const verdicts = searchVerdicts.map((verdict) => VERDICT_WORDS[verdict]);
  const sentences = [...notes, ...verdicts].flatMap((text) => text.split(/(?<=[.?:])\s+/));
  const words = sentences.map((sentence) => sentence.split(/\s+/).length);
  expect(Math.max(...words)).toBeGreaterThan(20);
  expect(sentences.filter((_, at) => (words[at] ?? 0) > 25)).toEqual([]);
  expect(
    sentences.filter((each) => /\b(?:is|are|was|were|has) not\b|cannot|\b(?:any|some)body\b/.test(each)),
  ).toEqual([]);
});

it('the paper says the verdict and all counts, and takes what a kiosk may hold', () => {
  const said = (change: Parameters<typeof sampleStatement>[0]) => {
    const paper = recordSearchPaper.parse(searchOnPaper(sampleStatement(change), DIGEST, 'America/New_York'));
    return paper.rows.map(({ label, value }) => `${label}: ${value}`).join('\n');
  };
  const found = said({});
  expect(found).toContain('Answer: Found');
  expect(found).toContain('Held in: Ticket 3 of 2026-11-23 (name, in another spelling)');
  expect(found).toContain('Opened and searched: 12');
  expect(found).toContain('Not searched: 1 encrypted, not searchable; 3 whose search failed');
  expect(found).toContain('Being erased: 2');
  expect(found).toContain('Erased meanwhile: 4');
  expect(found).toContain('Legal holds: 1 on everything, 0 on named tickets');
  // By the clock on the counter's wall, as the screen says it: the file of the same answer has 16:00 UTC.
  expect(found).toMatch(/^When: November 24, 2026 at 11:00:00 AM$/m);
  expect(found).toContain('Ledger: entry 7');
  expect(found).toMatch(/^SHA-256 of the answer: 9f9f(?: 9f9f){7} \(its first half\)$/m);
  expect(found).not.toContain('in doubt');
  expect(said({ dateInDoubt: true })).toContain('11:00:00 AM (the kiosk’s date was in doubt)');
  expect(said({ verdict: 'not-known', matches: [] })).toContain('Not known');
  expect(said({ verdict: 'not-found', matches: [] })).toContain('Not found');
  expect(said({ staffTexts: null })).toContain('3 whose search failed; texts of staff');
  const staffTexts = [
    { source: 'counsel-reference', match: 'one-word-of-it' },
    { source: 'notice', match: 'as-typed' },
    { source: 'staff-name', match: 'other-order' },
  ];
  expect(said({ matches: [], staffTexts })).toContain(
    'Held in: Texts of staff (counsel’s reference, possibly: one word of it alone; notice of a suspension, exactly as asked; and 1 more)',
  );
  const matches = Array.from({ length: 500 }, (_, place) => ({
    ...{ ticket: place + 99_000, day: '2026-11-23' },
    found: textInputs.map((input) => ({ input, match: 'more-or-fewer-words' as const })),
  }));
  expect(said({ matches })).toContain('in the file');
});

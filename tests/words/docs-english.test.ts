import { globSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { repository } from '../../build/vite/repository.ts';

// Staff read these pages between two applicants, or on the phone: no sentence of them is longer than one of the screens.

const MOST_WORDS = 25;

/** For developers; and pages that are read with counsel, or with a signed paper beside them. */
const NOT_FOR_STAFF = [
  'architecture',
  'claims',
  'measurements',
  'legal-process',
  'custody-statement',
  'ledger',
  'receipt',
].map((name) => `docs/${name}.md`);

const pages = ['README.md', ...globSync('docs/{*,it/*}.md', { cwd: fileURLToPath(repository) })].filter(
  (page) => !NOT_FOR_STAFF.includes(page),
);

/** What is read: a link by its words, code as one word. */
function asRead(markdown: string): string {
  return markdown
    .replace(/\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/`[^`]*`/g, 'code')
    .replace(/[_*]/g, '');
}

/** The sentences of a page: of its paragraphs, the items of its lists and the cells of its tables. */
function sentencesOf(markdown: string): readonly string[] {
  const lines = markdown.replace(/```[\s\S]*?```/g, '').split('\n');
  const blocks: string[] = [''];
  for (const line of lines) {
    const isTable = line.startsWith('|');
    const isAlone = isTable || line.trim() === '' || /^(#|\s*<)/.test(line);
    const isItem = /^\s*([-*]|\d+\.)\s/.test(line);
    if (isTable) blocks.push(...line.split('|'));
    else if (isItem) blocks.push(line.replace(/^\s*([-*]|\d+\.)\s/, ''));
    if (isAlone) blocks.push('');
    else if (!isItem) blocks.push(`${blocks.pop()} ${line}`);
  }
  return blocks.flatMap((block) => asRead(block.trim()).split(/(?<=[.?:])\)?\s+/));
}

const wordsIn = (sentence: string): number => sentence.split(/\s+/).length;

/** What staff read of a page: not the titles of tests, which some pages list at their end. */
const read = (page: string): string =>
  readFileSync(new URL(page, repository), 'utf8').split('\n## The tests\n')[0] ?? '';

it.each(pages)('%s: no sentence has more than 25 words', (page) => {
  const sentences = sentencesOf(read(page));
  expect(sentences.length).toBeGreaterThan(20);
  expect(sentences.filter((sentence) => wordsIn(sentence) > MOST_WORDS)).toEqual([]);
});

/** What the pages say no more than the screens do, what they say in its place, and a sentence that would be found. */
const NOT_SAID: readonly (readonly [RegExp, string, string])[] = [
  [/\b(some|any)body\b/i, 'someone', 'Somebody has it.'],
  [/\bhand-over\b/i, 'handoff', 'After the hand-over'],
  [/\bput (\w+ )?aside\b/i, 'set aside', 'Put it aside.'],
  [/\bthe wipe\b/i, 'the erasure', 'The wipe is open.'],
  [/\blog (in|out)\b/i, 'sign in', 'Log in first.'],
  [/\bplease\b/i, 'nothing: it is part of the job', 'Please look.'],
  // Of people whose data must never be given to a test, it says more than “applicants”.
  [/\bresidents?\b(?!['’] data)/i, 'the applicant', 'Residents read it.'],
  [/\bsticks?\b/i, 'USB drive', 'On a stick'],
  [/\breceipt printer\b/i, 'the ordinary printer', 'It is still at the receipt printer.'],
  [/\bswitch(ed)? (\w+ )?off\b/i, 'turn off', 'Switch it off.'],
];

it.each(NOT_SAID)('no page says %s: it says %s', (pattern, _instead, found) => {
  expect(found).toMatch(pattern);
  const said = pages.flatMap((page) =>
    sentencesOf(read(page))
      .filter((sentence) => pattern.test(sentence))
      .map((sentence) => `${page}: ${sentence}`),
  );
  expect(said).toEqual([]);
});

it('a sentence is read through lines, links and code, and each item and cell for itself', () => {
  const page =
    '# A page\n\nOne `a b`\nand [two words](x.md). Then\nmore:\n\n- an _item_\n- another\n\n| a | b c |\n';
  expect(sentencesOf(page).filter((sentence) => sentence !== '')).toEqual([
    ...['One code and two words.', 'Then more:', 'an item', 'another', 'a', 'b c'],
  ]);
});

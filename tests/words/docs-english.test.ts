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
].map((name) => `docs/${name}.md`);

const pages = ['README.md', ...globSync('docs/*.md', { cwd: fileURLToPath(repository) })].filter(
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

/** Words of the screens' rules that are as easily written on a page. */
const NOT_SAID =
  /\b(some|any)body\b|\bhand-over\b|\bput (\w+ )?aside\b|\bthe wipe\b|\blog (in|out)\b|\bplease\b/i;

it.each(pages)('%s: has the words of the screens', (page) => {
  expect('Somebody puts it aside at the hand-over.').toMatch(NOT_SAID);
  const sentences = sentencesOf(read(page));
  expect(sentences.filter((sentence) => NOT_SAID.test(sentence))).toEqual([]);
});

it('a sentence is read through lines, links and code, and each item and cell for itself', () => {
  const page =
    '# A page\n\nOne `a b`\nand [two words](x.md). Then\nmore:\n\n- an _item_\n- another\n\n| a | b c |\n';
  expect(sentencesOf(page).filter((sentence) => sentence !== '')).toEqual([
    ...['One code and two words.', 'Then more:', 'an item', 'another', 'a', 'b c'],
  ]);
});

/** What a page says in one place: a paragraph, a point of a list, or a row of a table. */
interface Said {
  readonly text: string;
  /** What stands in brackets at its end: the number of its tests, or – where it says nothing of the program. */
  readonly mark: string | null;
}

/** One line of the list at the end of a page. */
interface Listed {
  readonly mark: string;
  readonly file: string;
  /** As `describe > it`, or the test alone. */
  readonly title: string;
}

export interface MarkedPage {
  readonly said: readonly Said[];
  readonly listed: readonly Listed[];
  /** Lines of the list that are none. */
  readonly unread: readonly string[];
}

const LIST = '\n## The tests\n';
const ITEM = /^\s*(?:-|\d+\.)\s/;
const MARK = /\[(\d+|–)\]\s*\|?$/;
/** One sentence that says nothing itself: what it leads to has the marks. */
const LEADS = /^(?:(?![.?!]\s).)*:\**$/;
/** A link's number and what stands in code are none. */
const INSIDE = /\[(?:\d+|–)\](?!\()/;

/** A page with a mark at the end of all that it says, and a list of the tests that the marks stand for. */
export function readMarkedPage(markdown: string): MarkedPage {
  const [body = '', list = ''] = markdown.split(LIST);
  const lines = list.split('\n').filter((line) => line.startsWith('- '));
  const listed = lines.map((line) => /^- \[(\d+)\] `([^`]+)`: (.+)$/.exec(line));
  return {
    said: blocksOf(body)
      .filter((text) => !LEADS.test(text))
      .map((text) => ({ text, mark: MARK.exec(text)?.[1] ?? null })),
    listed: listed.flatMap((found) =>
      found === null ? [] : [{ mark: found[1] ?? '', file: found[2] ?? '', title: found[3] ?? '' }],
    ),
    unread: lines.filter((_, at) => listed[at] === null),
  };
}

/** Paragraphs, points and rows, without headings, heads of tables and what is to be typed. */
function blocksOf(markdown: string): readonly string[] {
  const lines = markdown.replace(/```[\s\S]*?```/g, '\n').split('\n');
  const blocks: string[] = [];
  let isOpen = false;
  for (const [at, line] of lines.entries()) {
    if (line.startsWith('|')) {
      const isHead = /^\|[\s|-]*$/.test(line) || /^\|[\s|-]*$/.test(lines[at + 1] ?? '');
      if (!isHead) blocks.push(line.trim());
      isOpen = false;
    } else if (line.trim() === '' || line.startsWith('#')) {
      isOpen = false;
    } else if (isOpen && !ITEM.test(line)) {
      blocks.push(`${blocks.pop()} ${line.trim()}`);
    } else {
      blocks.push(line.trim());
      isOpen = true;
    }
  }
  return blocks;
}

/** The titles of the tests in a file, and of what they stand in, as they are written there. Not those that never run. */
export function titlesIn(source: string): ReadonlySet<string> {
  const code = source.replace(/^\s*(?:\/\/|\*|\/\*).*$/gm, '');
  const calls = code.matchAll(
    /(\b(?:it|test|long|describe)(?:\.\w+)*|\))\(\s*(?:`([^`]*)`|'((?:[^'\\\n]|\\.)*)'|"([^"\n]*)")\s*,/g,
  );
  return new Set(
    [...calls]
      .filter(([, call = '']) => !/\.(?:skip|todo)\b/.test(call))
      .map(([, , template, single, double]) => template ?? single ?? double ?? ''),
  );
}

/**
 * What is wrong with a marked page, in words; nothing: all that it says is tied.
 *
 * @param sourceOf The text of a file of the repository; null: there is none.
 */
export function flawsOf(page: MarkedPage, sourceOf: (file: string) => string | null): readonly string[] {
  const marks = new Set(page.said.map(({ mark }) => mark));
  const numbers = new Set(page.listed.map(({ mark }) => mark));
  return [
    ...page.said.filter(({ mark }) => mark === null).map(({ text }) => `no mark: ${text}`),
    ...page.said
      .filter(({ text }) => INSIDE.test(text.replace(MARK, '').replace(/`[^`]*`/g, '')))
      .map(({ text }) => `a mark before its end: ${text}`),
    ...[...marks]
      .filter((mark) => mark !== null && mark !== '–' && !numbers.has(mark))
      .map((mark) => `no test: [${mark}]`),
    ...[...numbers].filter((mark) => !marks.has(mark)).map((mark) => `never said: [${mark}]`),
    ...page.unread.map((line) => `not read: ${line}`),
    ...page.listed.flatMap(({ mark, file, title }) => {
      const source = sourceOf(file);
      if (source === null) return [`no file: [${mark}] ${file}`];
      const titles = titlesIn(source);
      return title.split(' > ').every((part) => titles.has(part)) ? [] : [`no title: [${mark}] ${title}`];
    }),
  ];
}

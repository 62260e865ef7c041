/** Where a step is done: at the computer that makes the folders, or at the new one. */
export type Place = 'office' | 'counter';

/** A numbered step of the page for IT, with what is typed there. */
export interface Step {
  readonly number: number;
  readonly place: Place;
  /** As the page has it, for a shell: several lines, without the indentation of the list. */
  readonly commands: string;
}

/** What the page calls something, and what it is called here; at both places, or at each of them. */
export interface Name {
  readonly page: string;
  readonly here: string | Readonly<Record<Place, string>>;
}

const SECTION = '## Ten steps';
/** How the paragraphs begin behind which steps are done at another place. */
const PLACES: readonly (readonly [string, Place])[] = [
  ['On the computer that makes the folders', 'office'],
  ['On the new computer', 'counter'],
];

interface Draft {
  readonly number: number;
  readonly place: Place | null;
  readonly lines: string[];
}

/**
 * The numbered steps of docs/it/swap.md.
 *
 * @throws where one is missing, has nothing to type, or is done nowhere: whoever changed the page has to see it.
 */
export function stepsOf(page: string): readonly Step[] {
  const drafts: Draft[] = [];
  let place: Place | null = null;
  /** What stands before each line of the block that is read; null: none is. */
  let indentation: number | null = null;
  for (const line of sectionOf(page)) {
    const fence = /^( *)```$/.exec(line)?.[1];
    if (fence !== undefined) {
      indentation = indentation === null ? fence.length : null;
    } else if (indentation !== null) {
      drafts.at(-1)?.lines.push(line.slice(indentation));
    } else {
      place = PLACES.find(([beginning]) => line.startsWith(beginning))?.[1] ?? place;
      const number = /^(\d+)\. /.exec(line)?.[1];
      if (number !== undefined) drafts.push({ number: Number(number), place, lines: [] });
    }
  }
  return drafts.map(({ number, place, lines }, index) => {
    if (number !== index + 1) throw new Error(`step ${index + 1} is called ${number}`);
    if (place === null) throw new Error(`step ${number} is done nowhere`);
    if (lines.length === 0) throw new Error(`step ${number} has nothing to type`);
    return { number, place, commands: lines.join('\n') };
  });
}

function sectionOf(page: string): readonly string[] {
  const lines = page.split('\n');
  const begin = lines.indexOf(SECTION);
  if (begin === -1) throw new Error(`there is no “${SECTION}”`);
  const length = lines.slice(begin + 1).findIndex((line) => line.startsWith('## '));
  return lines.slice(begin + 1, length === -1 ? undefined : begin + 1 + length);
}

/**
 * Steps with other names in them.
 *
 * @throws where the page has no such name: it has changed, or nothing of it is tried any more.
 */
export function inNames(steps: readonly Step[], names: readonly Name[]): readonly Step[] {
  for (const { page } of names)
    if (!steps.some(({ commands }) => commands.includes(page))) throw new Error(`no step says “${page}”`);
  return steps.map((step) => ({
    ...step,
    commands: names.reduce(
      (commands, { page, here }) =>
        commands.replaceAll(page, typeof here === 'string' ? here : here[step.place]),
      step.commands,
    ),
  }));
}

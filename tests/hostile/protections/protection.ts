/** Something that keeps an opponent out, and what is true when it is missing. */
export interface Protection {
  /** What a command is told, in words joined by hyphens. */
  readonly name: string;
  /** What it sees to, in one sentence. */
  readonly what: string;
  /** One text of one module, which stands there exactly once, and what stands in its place when the protection is taken out. */
  readonly source: { readonly file: string; readonly find: string; readonly replace: string };
  /** The tests that fail then, and no others: their full names, by their file. */
  readonly failing: Readonly<Record<string, readonly string[]>>;
}

/** The text of its module without it. @throws where the text to be replaced does not stand there exactly once. */
export function textWithout({ name, source: { file, find, replace } }: Protection, text: string): string {
  const [before, after, ...more] = text.split(find);
  if (before === undefined || after === undefined || more.length > 0)
    throw new Error(`${name} is not taken out: its text does not stand exactly once in ${file}`);
  return `${before}${replace}${after}`;
}

import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

const LEGAL = /^(?:licen[cs]e|copying|notice|third[-_ ]?part|patents)/i;
/** A program that is called like a licence is none. */
const PROGRAM = /\.(?:[cm]?[jt]sx?|json|map|node)$/i;

/** Whether a file at the top of a package of npm says under which licence it is, or whom it has to name. */
export function isLegalText(name: string): boolean {
  return LEGAL.test(name) && !PROGRAM.test(name);
}

/** A package's licence and all its notices, in the order of their names; null: it brings none. */
export async function legalTexts(folder: string): Promise<string | null> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.flatMap((entry) => (entry.isFile() && isLegalText(entry.name) ? [entry.name] : []));
  const texts = await Promise.all(
    names.sort().map(async (name) => ({ name, text: await readFile(join(folder, name), 'utf8') })),
  );
  const [first, ...others] = texts;
  if (first === undefined) return null;
  return others.length === 0
    ? first.text
    : texts.map(({ name, text }) => `${name}:\n\n${text.trim()}\n`).join('\n');
}

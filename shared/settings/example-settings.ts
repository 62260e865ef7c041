import { type KnownKey, keysIn } from './known-keys.ts';

/** A comment, a screen of a terminal wide. */
const WIDTH = 78;

/**
 * The file that a package installs on Linux: every key that is taken there, with what it does and takes, commented out but for
 * those that every file must have. It is a settings file as it stands.
 */
export function exampleSettings(): string {
  const top = keysIn([]).filter(({ facts: { isOfLinux } }) => isOfLinux !== false);
  const parts = [
    [
      '# The settings of this kiosk. Only root may change this file.',
      '# Take the # away in front of a key to set it, and in front of its [table].',
      '# Then run: counterfoil config check',
      '# The kiosk reads it at its next start.',
    ],
    ...top.filter(({ type }) => type !== 'table').map((key) => linesOf(key, key.facts.without === null)),
    ...top.filter(({ type }) => type === 'table').flatMap(partsOf),
  ];
  const text = parts.map((lines) => lines.join('\n')).join('\n\n');
  // A terminal of IT may have no other characters.
  return `${text.replaceAll('’', "'")}\n`;
}

function partsOf({ path, facts: { does } }: KnownKey): readonly (readonly string[])[] {
  const keys = keysIn(path);
  const header = `[${path.join('.')}]`;
  // A table that has to have a key is not there without it. One that may be empty is: so a key below it belongs to it.
  const isThere = keys.every(({ facts: { without } }) => without !== null);
  return [[...wrapped(does), isThere ? header : `# ${header}`], ...keys.map((key) => linesOf(key, false))];
}

function linesOf({ path, facts }: KnownKey, isSet: boolean): readonly string[] {
  const { takes, without, does, example } = facts;
  const line = `${path.at(-1)} = ${example}`;
  return [
    ...wrapped(does),
    ...wrapped(`It takes ${takes}.`),
    ...(without === null ? [] : wrapped(`Without it: ${without.replaceAll('`', '')}.`)),
    isSet ? line : `# ${line}`,
  ];
}

function wrapped(text: string): readonly string[] {
  const lines: string[] = [];
  let line = '#';
  for (const word of text.split(' ')) {
    if (line.length + 1 + word.length > WIDTH) {
      lines.push(line);
      line = '#';
    }
    line += ` ${word}`;
  }
  return [...lines, line];
}

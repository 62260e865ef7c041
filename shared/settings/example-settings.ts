import { type KnownKey, keysIn } from './known-keys.ts';

/** A comment, a screen of a terminal wide. */
const WIDTH = 78;

/**
 * The file that a package installs: every key with what it does and takes, commented out but for those that every file must
 * have. It is a settings file as it stands.
 */
export function exampleSettings(): string {
  const [tables, single] = [
    keysIn([]).filter(({ type }) => type === 'table'),
    keysIn([]).filter(({ type }) => type !== 'table'),
  ];
  const parts = [
    [
      '# The settings of this kiosk. Only root may change this file.',
      '# Take the # away in front of a key to set it. Then run: counterfoil config check',
      '# The kiosk reads it at its next start.',
    ],
    ...single.map(linesOf),
    ...tables.flatMap((table) => [
      [...wrapped(table.facts.does), headerOf(table)],
      ...keysIn(table.path).map(linesOf),
    ]),
  ];
  const text = parts.map((lines) => lines.join('\n')).join('\n\n');
  // A terminal of IT may have no other characters.
  return `${text.replaceAll('’', "'")}\n`;
}

function linesOf({ path, facts: { takes, without, does, example } }: KnownKey): readonly string[] {
  const line = `${path.at(-1)} = ${example}`;
  return [
    ...wrapped(does),
    ...wrapped(`It takes ${takes}.`),
    ...(without === null ? [line] : [...wrapped(`Without it: ${without.replaceAll('`', '')}.`), `# ${line}`]),
  ];
}

/** A table that nothing is set in changes nothing: its line is written as it stands, so that a key below it belongs to it. */
function headerOf({ path }: KnownKey): string {
  return `[${path.join('.')}]`;
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

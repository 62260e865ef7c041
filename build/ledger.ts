import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exportFormats } from '../electron/keeper/ledger/export-ledger.ts';
import { writeDemo } from './ledger/demo.ts';
import { ledgerDocument } from './ledger/document.ts';
import { checkpoint, exportTo, verify } from './ledger/read-commands.ts';
import { done, type Outcome, refused } from './outcome.ts';

const USE = [
  'Use: npm run ledger -- verify FILE [--checkpoint FILE]',
  'export FILE --format csv|ndjson --out FILE',
  'checkpoint FILE',
  'demo FILE --entries NUMBER',
  'or document.',
].join(', ');

const MOST_ENTRIES = 10_000_000;

/** What each command takes: a file or not, and its options, all needed but `checkpoint`. */
const COMMANDS: Readonly<Record<string, { readonly file: boolean; readonly options: readonly string[] }>> = {
  verify: { file: true, options: ['checkpoint'] },
  export: { file: true, options: ['format', 'out'] },
  checkpoint: { file: true, options: [] },
  demo: { file: true, options: ['entries'] },
  document: { file: false, options: [] },
};

function wordsOf(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { checkpoint: text, format: text, out: text, entries: text },
    });
  } catch {
    return null;
  }
}

/** Evidence is read, never changed: only `demo` and `document` write, and `export` into a new file. */
function run(words: readonly string[]): Outcome {
  const parsed = wordsOf(words);
  if (parsed === null) return refused(USE);
  const { positionals, values } = parsed;
  const [command = '', file, ...more] = positionals;
  const known = COMMANDS[command];
  if (known === undefined || more.length > 0 || known.file !== (file !== undefined)) return refused(USE);
  const strange = Object.keys(values).find((option) => !known.options.includes(option));
  if (strange !== undefined) return refused(`ledger ${command} takes no --${strange}. ${USE}`);
  if (file === undefined) return writeDocument();
  switch (command) {
    case 'verify':
      return verify(file, values.checkpoint);
    case 'export': {
      const format = exportFormats.find((word) => word === values.format);
      if (format === undefined || values.out === undefined) return refused(USE);
      return exportTo(file, format, values.out);
    }
    case 'checkpoint':
      return checkpoint(file);
    default: {
      const entries = Number(values.entries);
      if (!Number.isInteger(entries) || entries < 1 || entries > MOST_ENTRIES) {
        return refused(`--entries is a whole number from 1 to ${MOST_ENTRIES}.`);
      }
      return writeDemo(file, entries);
    }
  }
}

function writeDocument(): Outcome {
  writeFileSync(fileURLToPath(new URL('../docs/ledger.md', import.meta.url)), ledgerDocument());
  return done('docs/ledger.md was written.');
}

const { code, say } = run(process.argv.slice(2));
(code === 0 ? process.stdout : process.stderr).write(`${say}\n`);
process.exitCode = code;

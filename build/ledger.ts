import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { exportFormats } from '../electron/keeper/ledger/export-ledger.ts';
import { appeal } from './ledger/appeal.ts';
import { askPaper } from './ledger/ask-paper.ts';
import { writeDemo } from './ledger/demo.ts';
import { ledgerDocument } from './ledger/document.ts';
import { checkpoint, exportTo, keyOfCheckpoint, keysOf, verify } from './ledger/read-commands.ts';
import { recordSearch } from './ledger/record-search.ts';
import { statement } from './ledger/statement.ts';
import { done, type Outcome, refused } from './outcome.ts';
import { ledgerVectors } from './vectors/ledger-vectors.ts';
import { writeVectors } from './vectors/write-vectors.ts';

const USE = [
  'Use: npm run ledger -- verify FILE [--checkpoint FILE or CODE] [--fingerprint KEY] (a ledger, or an export in NDJSON)',
  'export FILE --format csv|ndjson --out FILE',
  'checkpoint FILE',
  'keys FILE',
  'fingerprint CHECKPOINT (a file of one, or the code of a day sheet)',
  'appeal CODE --checkpoint FILE [--ledger FILE] [--policy FILE]',
  'record-search FILE --checkpoint FILE [--ledger FILE] (asks for name and salt of the paper)',
  'statement FILE|CODE [--key FINGERPRINT [--ledger FILE]]',
  'demo FILE --entries NUMBER',
  'vectors',
  'or document.',
].join(', ');

const MOST_ENTRIES = 10_000_000;

/** What each command takes: a file (or a code) or not, and its options; which of them are needed, the command says. */
const COMMANDS: Readonly<Record<string, { readonly file: boolean; readonly options: readonly string[] }>> = {
  verify: { file: true, options: ['checkpoint', 'fingerprint'] },
  export: { file: true, options: ['format', 'out'] },
  checkpoint: { file: true, options: [] },
  keys: { file: true, options: [] },
  fingerprint: { file: true, options: [] },
  appeal: { file: true, options: ['checkpoint', 'ledger', 'policy'] },
  'record-search': { file: true, options: ['checkpoint', 'ledger'] },
  statement: { file: true, options: ['key', 'ledger'] },
  demo: { file: true, options: ['entries'] },
  vectors: { file: false, options: [] },
  document: { file: false, options: [] },
};

function wordsOf(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        checkpoint: text,
        fingerprint: text,
        ledger: text,
        format: text,
        out: text,
        entries: text,
        policy: text,
        key: text,
      },
    });
  } catch {
    return null;
  }
}

/** Evidence is read, never changed: only `demo`, `vectors` and `document` write, and `export` into a new file. */
async function run(given: readonly string[]): Promise<Outcome> {
  const parsed = wordsOf(given);
  if (parsed === null) return refused(USE);
  const { values } = parsed;
  const [command = '', ...words] = parsed.positionals;
  // A code has spaces, and is typed with them.
  const isCode = ['appeal', 'statement', 'fingerprint'].includes(command);
  const [file, ...more] = isCode && words.length > 0 ? [words.join(' ')] : words;
  const known = COMMANDS[command];
  if (known === undefined || more.length > 0 || known.file !== (file !== undefined)) return refused(USE);
  const strange = Object.keys(values).find((option) => !known.options.includes(option));
  if (strange !== undefined) return refused(`ledger ${command} takes no --${strange}. ${USE}`);
  if (file === undefined) return command === 'vectors' ? writeVectors(ledgerVectors()) : writeDocument();
  switch (command) {
    case 'verify':
      return verify(file, { checkpoint: values.checkpoint, fingerprint: values.fingerprint });
    case 'export': {
      const format = exportFormats.find((word) => word === values.format);
      if (format === undefined || values.out === undefined) return refused(USE);
      return exportTo(file, format, values.out);
    }
    case 'checkpoint':
      return checkpoint(file);
    case 'keys':
      return keysOf(file);
    case 'fingerprint':
      return keyOfCheckpoint(file);
    case 'appeal':
      return values.checkpoint === undefined
        ? refused(USE)
        : appeal(file, { checkpoint: values.checkpoint, ledger: values.ledger }, values.policy);
    case 'record-search':
      if (values.checkpoint === undefined) return refused(USE);
      return recordSearch(file, { checkpoint: values.checkpoint, ledger: values.ledger }, () =>
        askPaper(process.stdin, process.stderr),
      );
    case 'statement':
      return statement(file, values.key, values.ledger);
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

const { code, say, read } = await run(process.argv.slice(2));
(code === 0 ? process.stdout : process.stderr).write(`${say}\n`);
if (read !== undefined) process.stdout.write(`${read}\n`);
process.exitCode = code;

import { parseArgs } from 'node:util';
import { type Outcome, refused } from './outcome.ts';
import { verify } from './receipt/verify.ts';
import { receiptVectors } from './vectors/receipt-vectors.ts';
import { writeVectors } from './vectors/write-vectors.ts';

const USE = [
  'Use: npm run receipt -- verify CODE or FILE [--ledger FILE [--checkpoint FILE or CODE]] [--fingerprint KEY]',
  'or vectors.',
].join(', ');

function wordsOf(words: readonly string[]) {
  const text = { type: 'string' } as const;
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { ledger: text, fingerprint: text, checkpoint: text },
    });
  } catch {
    return null;
  }
}

/** A receipt is read, never changed: only `vectors` writes. */
function run(given: readonly string[]): Outcome {
  const parsed = wordsOf(given);
  const [command, ...words] = parsed?.positionals ?? [];
  if (parsed === null) return refused(USE);
  const { ledger, fingerprint, checkpoint } = parsed.values;
  // A code has spaces, and is typed with them.
  if (command === 'verify' && words.length > 0)
    return verify(words.join(' '), { ledger, fingerprint, checkpoint });
  const isAlone = words.length === 0 && Object.keys(parsed.values).length === 0;
  return command === 'vectors' && isAlone ? writeVectors(receiptVectors()) : refused(USE);
}

const { code, say } = run(process.argv.slice(2));
(code === 0 ? process.stdout : process.stderr).write(`${say}\n`);
process.exitCode = code;

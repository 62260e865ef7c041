import { parseArgs } from 'node:util';
import { checkOrder } from './order/check.ts';
import { makeOrdersKey } from './order/keys.ts';
import { writeNewOrder } from './order/new.ts';
import { signOrderFile } from './order/sign.ts';
import { type Outcome, refused } from './outcome.ts';

const USE = [
  'Use: npm run order -- keys FOLDER',
  'new suspend FILE --policy POLICY',
  'new resume FILE --policy POLICY',
  'sign FILE --key PRIVATE --policy POLICY',
  'or check FILE --policy POLICY.',
].join(', ');

function run(words: readonly string[], now: number): Outcome {
  const text = { type: 'string' } as const;
  let parsed: ReturnType<
    typeof parseArgs<{ options: { key: typeof text; policy: typeof text }; allowPositionals: true }>
  >;
  try {
    parsed = parseArgs({ args: [...words], allowPositionals: true, options: { key: text, policy: text } });
  } catch (error) {
    return refused(`${error instanceof Error ? error.message : String(error)}\n${USE}`);
  }
  const { positionals, values } = parsed;
  const { key, policy } = values;
  const [command, ...given] = positionals;
  const [first, second] = given;
  if (first === undefined || given.length > 2 || (second === undefined) !== (command !== 'new'))
    return refused(USE);
  if (command === 'keys' && key === undefined && policy === undefined) return makeOrdersKey(first);
  if (policy === undefined || (key === undefined) !== (command !== 'sign')) return refused(USE);
  if (command === 'sign' && key !== undefined) return signOrderFile(first, key, policy, now);
  if (command === 'check') return checkOrder(first, policy, now);
  if (command === 'new' && second !== undefined && (first === 'suspend' || first === 'resume'))
    return writeNewOrder(second, first, policy, now);
  return refused(USE);
}

const { code, say } = run(process.argv.slice(2), Date.now());
(code === 2 ? process.stderr : process.stdout).write(`${say}\n`);
process.exitCode = code;

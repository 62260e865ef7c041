import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { type Outcome, refused } from './outcome.ts';
import { check } from './policy/check.ts';
import { diff } from './policy/diff.ts';
import { explain } from './policy/explain.ts';
import { makeKeys } from './policy/keys.ts';
import { writeNew } from './policy/new.ts';
import { writeSchema } from './policy/schema.ts';
import { checkSigned, signFile } from './policy/sign.ts';

const USE = [
  'Use: npm run policy -- check FILE [--key PUBLIC]',
  'explain FILE --age YEARS --docs ID,ID --route ROUTE',
  'diff OLD NEW',
  'keys FOLDER',
  'sign FILE --key PRIVATE',
  'new FILE',
  'trial FOLDER',
  'or schema.',
].join(', ');

async function run(words: readonly string[]): Promise<Outcome> {
  const text = { type: 'string' } as const;
  let parsed: ReturnType<
    typeof parseArgs<{
      options: { age: typeof text; docs: typeof text; key: typeof text; route: typeof text };
      allowPositionals: true;
    }>
  >;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: { age: text, docs: text, key: text, route: text },
    });
  } catch (error) {
    return refused(`${error instanceof Error ? error.message : String(error)}\n${USE}`);
  }
  const { positionals, values } = parsed;
  const [command = '', file, second, ...more] = positionals;
  const hasOptions = Object.keys(values).length > 0;
  if (command === 'schema' && file === undefined && !hasOptions) return writeSchema();
  if (file === undefined || more.length > 0) return refused(USE);
  if (values.key !== undefined) {
    if (second !== undefined || Object.keys(values).length > 1) return refused(USE);
    if (command === 'check') return checkSigned(file, values.key);
    return command === 'sign' ? signFile(file, values.key) : refused(USE);
  }
  if (command === 'explain' && second === undefined && values.age !== undefined)
    return explain(file, {
      age: values.age,
      docs: values.docs ?? '',
      ...(values.route === undefined ? {} : { route: values.route }),
    });
  if (hasOptions) return refused(USE);
  if (command === 'diff' && second !== undefined) return diff(file, second);
  if (second !== undefined) return refused(USE);
  if (command === 'check') return check(file);
  if (command === 'new') return writeNew(file);
  if (command === 'keys') return makeKeys(file);
  if (command === 'trial') {
    // It drives a kiosk: what does that is most of what there is to load, and nothing else here needs it.
    const { trial } = await import('./policy/trial.ts');
    return await trial(file, fileURLToPath(new URL('../out/trial', import.meta.url)));
  }
  return refused(USE);
}

const { code, say } = await run(process.argv.slice(2));
(code === 2 ? process.stderr : process.stdout).write(`${say}\n`);
process.exitCode = code;

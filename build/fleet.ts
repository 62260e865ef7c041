import { parseArgs } from 'node:util';
import { checkFolder } from './fleet/check.ts';
import { makeFolders } from './fleet/make.ts';
import { fleetStatus } from './fleet/status.ts';
import { type Outcome, refused } from './outcome.ts';

const USE = [
  'Use: npm run fleet -- make --csv FILE --key PRIVATE --policy FILE --settings FILE --valid-until DAY --into FOLDER',
  '       [--only HOST …] [--without-staff]',
  'or: npm run fleet -- check FOLDER',
  'or: npm run fleet -- status FOLDER [--csv FILE] [--days NUMBER]',
].join('\n');

/** A week: a record comes with each day that is closed. */
const USUAL_DAYS = '7';

/** `npm run fleet`: what is made for many counters at once, and how they are. */
async function run(words: readonly string[], now: number): Promise<Outcome> {
  const text = { type: 'string' } as const;
  const options = {
    ...{ csv: text, key: text, policy: text, settings: text },
    ...{ 'valid-until': text, into: text, days: text },
    only: { type: 'string', multiple: true },
    'without-staff': { type: 'boolean' },
  } as const;
  let parsed: ReturnType<typeof parseArgs<{ options: typeof options; allowPositionals: true }>>;
  try {
    parsed = parseArgs({ args: [...words], allowPositionals: true, options });
  } catch (error) {
    return refused(`${error instanceof Error ? error.message : String(error)}\n${USE}`);
  }
  const { positionals, values } = parsed;
  const [command, folder, ...more] = positionals;
  if (command === 'check' && folder !== undefined && more.length === 0 && Object.keys(values).length === 0)
    return checkFolder(folder);
  const { csv, key, policy, settings, into, days, 'valid-until': validUntil } = values;
  if (command === 'status') {
    const ofMaking = [key, policy, settings, into, validUntil, values.only, values['without-staff']];
    const others = ofMaking.filter((value) => value !== undefined);
    const most = Number(days ?? USUAL_DAYS);
    if (folder === undefined || more.length > 0 || others.length > 0) return refused(USE);
    if (!Number.isInteger(most) || most < 1) return refused(`--days takes a whole number from 1.\n${USE}`);
    return fleetStatus({ folder, csv: csv ?? null, days: most }, now);
  }
  if (command !== 'make' || folder !== undefined || days !== undefined) return refused(USE);
  if (csv === undefined || key === undefined || policy === undefined) return refused(USE);
  if (settings === undefined || into === undefined || validUntil === undefined) return refused(USE);
  const chosen = { only: values.only ?? [], withStaff: values['without-staff'] !== true };
  return makeFolders({ csv, key, policy, settings, into, validUntil, ...chosen, platform: 'linux' }, now);
}

const { code, say } = await run(process.argv.slice(2), Date.now());
(code === 2 ? process.stderr : process.stdout).write(`${say}\n`);
process.exitCode = code;

import { parseArgs } from 'node:util';
import { type Outcome, refused } from './outcome.ts';
import { makeKey } from './production/key.ts';
import { openProduction } from './production/open.ts';

const USE =
  'Use: npm run production -- key FILE, or open FILE --key IDENTITY_FILE FOLDER [--kiosk FINGERPRINT [--ledger FILE]].';

/** `npm run production`: for whoever gets a held application. */
async function run(given: readonly string[]): Promise<Outcome> {
  const text = { type: 'string' } as const;
  let parsed: ReturnType<
    typeof parseArgs<{
      options: { key: typeof text; kiosk: typeof text; ledger: typeof text };
      allowPositionals: true;
    }>
  >;
  try {
    const options = { key: text, kiosk: text, ledger: text };
    parsed = parseArgs({ args: [...given], allowPositionals: true, options });
  } catch {
    return refused(USE);
  }
  const { key, kiosk, ledger } = parsed.values;
  const [command = '', file, folder, ...more] = parsed.positionals;
  if (file === undefined || more.length > 0) return refused(USE);
  if (
    command === 'key' &&
    folder === undefined &&
    key === undefined &&
    kiosk === undefined &&
    ledger === undefined
  )
    return await makeKey(file);
  if (command === 'open' && folder !== undefined && key !== undefined)
    return await openProduction({ file, key, folder, kiosk: kiosk ?? null, ledger });
  return refused(USE);
}

const { code, say } = await run(process.argv.slice(2));
(code === 0 ? process.stdout : process.stderr).write(`${say}\n`);
process.exitCode = code;

// Run by a test as a process of its own: a keeper with stand-ins for sessions, to be killed.
import '../../../tests/support/evaluation-build.ts';
import { registerHooks } from 'node:module';
import { join } from 'node:path';
import { configuration } from '../../../shared/contract/configuration.ts';
import { testClock } from '../clock.test-support.ts';
import { standInPool } from '../sessions/stand-in-pool.test-support.ts';
import { scriptedSelections } from '../x-display/selections.test-support.ts';

// Passphrases at the cost at which the test's own keepers hash them, or the next one would not know them.
const cheap = new URL('../../../tests/support/cheap-argon2.ts', import.meta.url).href;
registerHooks({
  resolve: (specifier, context, next) =>
    next(specifier === '@node-rs/argon2' && context.parentURL !== cheap ? cheap : specifier, context),
});
const { readMachine } = await import('../start/keeper-machine.ts');
const { productParts } = await import('../start/keeper-parts.ts');
const { runKeeper } = await import('../start/run-keeper.ts');

const [given = '', now = ''] = process.argv.slice(2);
/** Lives until it is killed, or its test does not. */
process.stdin.resume();
process.stdin.once('end', () => process.exit());
const started = await runKeeper(configuration.parse(JSON.parse(given)), {
  ...productParts(readMachine(process.env)),
  clock: testClock({ now: Number(now) }),
  openSelections: () => scriptedSelections(),
  createPool: (launch, recordPath, events) => standInPool(launch, recordPath, () => events.changed()),
  isInspected: () => true,
});
if (!started.ok) throw new Error(`the keeper does not start: ${started.error.file}`);
const { pool, facts } = started.value.services;
const [, keeperFolder = ''] = facts.searchRoots;
process.stdout.write(
  `${JSON.stringify({ keeperFolder, socket: join(keeperFolder, 'keeper.sock'), token: pool.shown()?.token })}\n`,
);

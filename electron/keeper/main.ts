import { configuration } from './configuration.ts';
import { productParts } from './desk/build-desk.ts';
import { explainStartFailure } from './explain-start-failure.ts';
import { runKeeper } from './run-keeper.ts';

/** Exit codes, for whoever supervises the keeper. */
const REFUSED = 3;
const HOPELESS = 4;

const parsed = configuration.parse(JSON.parse(process.env.COUNTERFOIL_CONFIGURATION ?? 'null'));
delete process.env.COUNTERFOIL_CONFIGURATION;
const keeper = await runKeeper(parsed, productParts);
if (!keeper.ok) {
  process.stderr.write(`${explainStartFailure(keeper.error)}\n`);
  process.exit(REFUSED);
}
if (keeper.value.desk.pool.shown() !== null)
  process.stdout.write('counterfoil: the kiosk is on the screen\n');
let stopping = false;
const stop = async (code: number): Promise<void> => {
  if (stopping) return;
  stopping = true;
  await keeper.value.stop();
  process.exit(code);
};
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
// Started by a program that watches over it: when that ends, so does everything else.
process.on('disconnect', () => void stop(0));
void keeper.value.hopeless.then(() => {
  process.stderr.write('No window comes up on this machine. The log above has the runtime’s own words.\n');
  return stop(HOPELESS);
});

import { machineClock } from './clock.ts';
import { configuration } from './configuration.ts';
import { createMemoryCustody } from './custody/memory-custody.ts';
import { runKeeper, type StartFailure } from './run-keeper.ts';

/** Exit codes, for whoever supervises the keeper. */
const REFUSED = 3;
const HOPELESS = 4;

function explain({ file, failure }: StartFailure): string {
  if (file === 'none') return 'This machine has no tmpfs: what must never reach a disk would have no place.';
  const detail = 'reason' in failure ? `${failure.kind}: ${failure.reason}` : failure.kind;
  return `The ${file} file cannot be used (${detail}). It was left exactly as it is. Restore the right file, or move it away yourself to begin with an empty one.`;
}

const parsed = configuration.parse(JSON.parse(process.env.COUNTERFOIL_CONFIGURATION ?? 'null'));
delete process.env.COUNTERFOIL_CONFIGURATION;
const keeper = await runKeeper(parsed, {
  clock: machineClock,
  custody: createMemoryCustody(),
  adjustActs: (acts) => acts,
});
if (!keeper.ok) {
  process.stderr.write(`${explain(keeper.error)}\n`);
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

import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { type MachineClock, machineClock } from '../../../../electron/keeper/clock.ts';
import { readMachine } from '../../../../electron/keeper/start/keeper-machine.ts';
import { productParts } from '../../../../electron/keeper/start/keeper-parts.ts';
import { runKeeper } from '../../../../electron/keeper/start/run-keeper.ts';
import { keeperEnvironment } from '../../../../shared/contract/configuration.ts';

/**
 * The product's keeper on a machine whose wall clock is as wrong as a file says (milliseconds), and on which as much time
 * has passed besides as another file says. Both may change while it runs. The machine was switched on with its keeper: so
 * each relaunch is another start of it.
 */
const millisecondsIn = (file = ''): number => Number(readFileSync(file, 'utf8'));
const wrong = (): number => millisecondsIn(process.env.WRONG_CLOCK);
const passed = (): number => millisecondsIn(process.env.PASSED_TIME);
const startedAt = machineClock.uptime() + passed();
const boot = randomUUID();

const clock: MachineClock = {
  ...machineClock,
  now: () => machineClock.now() + passed() + wrong(),
  uptime: () => machineClock.uptime() + passed() - startedAt,
  bootId: () => boot,
};

const keeper = await runKeeper(keeperEnvironment.parse(process.env).COUNTERFOIL_CONFIGURATION, {
  ...productParts(readMachine(process.env)),
  clock,
});
if (!keeper.ok) throw new Error(`the keeper does not start: ${JSON.stringify(keeper.error)}`);
process.stdout.write('counterfoil: the kiosk is on the screen\n');
process.on('SIGTERM', () => void keeper.value.stop().then(() => process.exit(0)));
process.on('disconnect', () => void keeper.value.stop().then(() => process.exit(0)));

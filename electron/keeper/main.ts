import { keeperEnvironment } from '../../shared/contract/configuration.ts';
import { startEarlySession } from './sessions/early-session.ts';
import { readMachine } from './start/keeper-machine.ts';

const { COUNTERFOIL_CONFIGURATION: configuration } = keeperEnvironment.parse(process.env);
const machine = readMachine(process.env);
delete process.env.COUNTERFOIL_CONFIGURATION;
/**
 * Asked to end: by a signal, or because the program that watches over it has ended. Heard from the beginning: a start may wait
 * for a display for minutes, and would keep the vault's lock meanwhile; and who ends it as soon as it is on the screen ends it in
 * order as well.
 */
const askedToEnd = new Promise<void>((resolve) => {
  process.once('disconnect', resolve);
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => resolve());
  // It may have ended while this program was loaded.
  if (process.send !== undefined && !process.connected) resolve();
});
const early = await startEarlySession(configuration, machine);
// Loaded behind it: Electron takes as long to come up as all the rest takes to load and to open the files (measured).
const { serve } = await import('./start/serve.ts');
await serve({ configuration, machine, askedToEnd, early });

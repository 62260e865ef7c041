import { parseArgs } from 'node:util';
import { measureIdle } from '../tests/package/idle/measure-idle.ts';
import { reachAdministratorPrograms } from './machine/command.ts';
import { prepareMachine } from './machine/prepare.ts';

/**
 * `npm run bench:idle [-- --minutes 5]`: what the installed kiosk uses while nobody touches it, beside an empty window of the same
 * runtime. A fresh Debian with the package is booted for it, which is root's matter. It passes no judgement by its exit code.
 */
async function run(): Promise<number> {
  const { values } = parseArgs({ options: { minutes: { type: 'string', default: '5' } } });
  const minutes = Number(values.minutes);
  if (!Number.isInteger(minutes) || minutes < 1) return refuse('--minutes is a whole number from 1');
  if (process.getuid?.() !== 0) return refuse('Only root boots a system in a container.');
  reachAdministratorPrograms();
  const machine = await prepareMachine({ needs: ['package'] });
  if (!machine.ok) return refuse(machine.error.say);
  const say = (line: string): void => void process.stdout.write(`${line}\n`);
  say(await measureIdle(minutes, say));
  return 0;
}

function refuse(sentence: string): number {
  process.stderr.write(`${sentence}\n`);
  return 1;
}

process.exitCode = await run();

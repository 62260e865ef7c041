import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type KeeperReport, type KioskState, keeperOrder } from '../../shared/contract/launcher.ts';

const IDLE: KioskState = { screen: 'start-screen', open: 0, forgets: 0, endings: 0, held: false };

/**
 * Stands in for the keeper in tests of the launcher. What each start shall do stands in a file, a word a line:
 * `stay` comes up and ends in order, `die` is killed, `refuse` finds the vault locked, `end` ends by itself.
 */
const plan = process.env.FAKE_PLAN ?? '';
const [word, ...rest] = readFileSync(plan, 'utf8').split('\n');
// In its place at once: half written, a plan reads as one that is done.
writeFileSync(`${plan}.next`, rest.join('\n'));
renameSync(`${plan}.next`, plan);

function say(report: KeeperReport): void {
  process.send?.(report);
}

switch (word) {
  case 'stay':
    say({ kind: 'on-screen' });
    process.on('message', (message) => {
      if (keeperOrder.safeParse(message).success) say({ kind: 'state', state: IDLE, asked: true });
    });
    process.on('SIGTERM', () => {
      const last: KeeperReport = { kind: 'ended', state: IDLE };
      process.send?.(last, undefined, undefined, () => process.exit(0));
    });
    process.on('disconnect', () => process.exit(0));
    setInterval(() => undefined, 60_000);
    break;
  case 'die':
    process.kill(process.pid, 'SIGKILL');
    break;
  case 'refuse':
    say({ kind: 'refused', problem: { kind: 'locked', file: 'vault', path: '/srv/kiosk/vault.db' } });
    process.exitCode = 40;
    process.disconnect();
    break;
  default:
    process.exitCode = word === 'end' ? 0 : 9;
}

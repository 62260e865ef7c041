import { join } from 'node:path';
import { type MachineClock, machineClock } from '../../../electron/keeper/clock.ts';
import { endLeftovers } from '../../../electron/keeper/sessions/recorded-sessions.ts';
import { workerRecord } from '../../../electron/keeper/start/build-printing.ts';
import { buildServices } from '../../../electron/keeper/start/build-services.ts';
import { readMachine } from '../../../electron/keeper/start/keeper-machine.ts';
import { type KeeperParts, productParts } from '../../../electron/keeper/start/keeper-parts.ts';
import { closeFiles, type Services } from '../../../electron/keeper/start/services.ts';
import { standInEnvironment } from '../../../electron/keeper/start/stand-in-environment.test-support.ts';
import { scriptedSelections } from '../../../electron/keeper/x-display/selections.test-support.ts';
import type { Configuration } from '../../../shared/contract/configuration.ts';
import { NO_PRESET } from '../../../shared/settings/preset.ts';
import type { Order } from '../order.ts';
import { custodyWith } from './custodies.ts';
import { tell } from './tell.ts';

function configurationOf({ dataFolder, workerPath, policyPath, token }: Order): Configuration {
  return {
    dataFolder,
    electron: { executable: '/nowhere', arguments: [], runtime: 'evaluation' },
    node: process.execPath,
    corePath: '/nowhere',
    recordSearchPath: '/nowhere',
    productionPath: '/nowhere',
    doctorPath: '/nowhere',
    workerPath,
    // The stand-in worker has no fonts; it needs the words it prints.
    fontFolder: token,
    exportFolder: null,
    provisioned: false,
    settingsFile: null,
    policyPath,
    printer: { driver: 'virtual', secondsPerFace: 0, folder: null },
    lockAfterMinutes: 5,
    preset: NO_PRESET,
    printServer: { port: 631, socket: null, settings: '/nowhere/cups-files.conf' },
  };
}

/** After a power cut the machine has been started anew. */
function clockOf(rebooted: boolean): MachineClock {
  return rebooted ? { ...machineClock, bootId: () => 'the boot after', uptime: () => 20_000 } : machineClock;
}

/** A keeper's services and what they complained of. */
export interface Kiosk {
  readonly services: Services;
  readonly closing: AbortController;
  readonly bugs: string[];
}

/**
 * Opens the kiosk's files as the product does and ends what a dead keeper left. Sessions have stand-ins, so
 * that no display is needed; everything that touches the disk is the product's own.
 */
export async function openKiosk(
  order: Order,
  adjustActs: KeeperParts['adjustActs'] = (acts) => acts,
): Promise<Kiosk> {
  const bugs: string[] = [];
  const { dataFolder, keeperFolder } = order;
  const recordPath = join(dataFolder, 'sessions.json');
  const closing = new AbortController();
  const built = buildServices(
    configurationOf(order),
    {
      ...productParts(readMachine(process.env)),
      clock: clockOf(order.rebooted),
      openCustody: custodyWith(order.sabotage),
      openSelections: scriptedSelections,
      adjustActs,
      onBug: (where, error) => bugs.push(`${where}: ${String(error)}`),
      say: () => undefined,
    },
    standInEnvironment(keeperFolder, dataFolder, closing.signal),
  );
  if (!built.ok) throw new Error(`the kiosk does not open: ${JSON.stringify(built.error)}`);
  await endLeftovers(recordPath);
  await endLeftovers(workerRecord(dataFolder));
  return { services: built.value, closing, bugs };
}

/** What a passphrase would do after a restart, without the work of hashing one: the kiosk signs, its key rolls, what waited for that ends. */
export async function unlock({ keysAtSignIn, outbox, wipes }: Services, order: Order): Promise<void> {
  if (order.deviceKey === null) return;
  tell({ kind: 'rolling' });
  keysAtSignIn.unlock(Buffer.from(order.deviceKey, 'hex'));
  outbox.flush();
  tell({ kind: 'rolled' });
  await wipes.retry();
}

export function closeKiosk({ services, closing }: Kiosk): void {
  closing.abort();
  closeFiles(services);
}

import '../support/evaluation-build.ts';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { shippedPolicy } from '../../build/programmes/shipped-policy.ts';
import type { Occupant } from '../../electron/keeper/applications/occupants.ts';
import { type MachineClock, machineClock } from '../../electron/keeper/clock.ts';
import { buildServices } from '../../electron/keeper/start/build-services.ts';
import { callsOf } from '../../electron/keeper/start/calls.ts';
import { readMachine } from '../../electron/keeper/start/keeper-machine.ts';
import { productParts } from '../../electron/keeper/start/keeper-parts.ts';
import { closeFiles, type Services } from '../../electron/keeper/start/services.ts';
import {
  occupyShown,
  standInEnvironment,
} from '../../electron/keeper/start/stand-in-environment.test-support.ts';
import { scriptedSelections } from '../../electron/keeper/x-display/selections.test-support.ts';
import { reached } from '../../shared/application/lifecycle.test-support.ts';
import type { OpenedApplication } from '../../shared/contract/application/application-snapshot.ts';
import type { Configuration } from '../../shared/contract/configuration.ts';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import type { SearchReport } from '../../shared/contract/receipt.ts';
import { NO_PRESET } from '../../shared/settings/preset.ts';
import { type RecordSizes, sealParts } from './record-parts.ts';

/** What a core reports that found nothing. */
const NOTHING_FOUND: SearchReport = {
  kind: 'searched',
  values: 11,
  tooShort: 0,
  alsoOwn: 0,
  windows: 200,
  files: 12,
  bytes: 9_000_000,
  hits: 0,
  unreadable: 0,
};

/** An application in the session on the screen, as far as a printed card. */
export interface PrintedApplication {
  readonly occupant: Occupant;
  readonly opened: OpenedApplication;
}

/** A kiosk of the product's own vault, ledger, custody and wipe. Sessions have stand-ins without a process. */
export interface BenchKiosk {
  readonly services: Services;
  /** Begins an application in the session on the screen and stores its parts, through the keeper's own calls. */
  enroll(sizes: RecordSizes): Promise<PrintedApplication>;
  /** Leaves it open in the vault: another session comes onto the screen. */
  putAside(printed: PrintedApplication): Promise<void>;
  /** From the point of no return to the receipt. The search is told, not made. */
  wipe(printed: PrintedApplication): Promise<void>;
  close(): void;
}

/** What a kiosk that prints has and one that only wipes has not. */
export type PrintPrograms = Pick<Configuration, 'workerPath' | 'fontFolder'> &
  Partial<Pick<Configuration, 'recordSearchPath'>>;

/** Sets a kiosk up in a new folder, its supervisor signed in. */
export async function openBenchKiosk(
  dataFolder: string,
  custody: CustodyKind,
  clock: MachineClock = machineClock,
  programs: PrintPrograms = { workerPath: '/nowhere', fontFolder: '/nowhere' },
): Promise<BenchKiosk> {
  mkdirSync(dataFolder, { mode: 0o700 });
  const keeperFolder = mkdtempSync('/dev/shm/counterfoil-bench-');
  const closing = new AbortController();
  const built = buildServices(
    {
      dataFolder,
      electron: { executable: '/nowhere', arguments: [], runtime: 'evaluation' },
      node: process.execPath,
      corePath: '/nowhere',
      recordSearchPath: '/nowhere',
      productionPath: '/nowhere',
      doctorPath: '/nowhere',
      ...programs,
      exportFolder: null,
      policyPath: shippedPolicy,
      provisioned: false,
      settingsFile: null,
      printer: { driver: 'virtual', secondsPerFace: 0, folder: null },
      lockAfterMinutes: 5,
      preset: NO_PRESET,
      printServer: { port: 631, socket: null, settings: '/nowhere/cups-files.conf' },
    },
    {
      ...productParts(readMachine(process.env)),
      openSelections: scriptedSelections,
      clock,
      onBug(where, error) {
        throw new Error(`the kiosk that is measured has a defect: ${where}`, { cause: error });
      },
      say: () => undefined,
    },
    standInEnvironment(keeperFolder, dataFolder, closing.signal),
  );
  if (!built.ok) throw new Error(`the kiosk does not open: ${built.error.file}`);
  const services = built.value;
  await services.pool.start();
  const first = occupyShown(services);
  const setUp = await callsOf(services, first).setUp({
    kioskName: 'Bench',
    supervisor: { name: 'Marisol Tidewater', passphrase: 'copper lantern orbit thimble' },
    secondSupervisor: { name: 'Octavia Farthing', passphrase: 'lantern cobalt meadow sprocket' },
    clerk: { name: 'Anselm Brightwater', passphrase: 'velvet anchor mosaic pebble' },
  });
  const decided = await callsOf(services, first).decideCustody({ custody, inSpiteOf: [] }, null);
  if (!setUp.ok || !decided.ok) throw new Error(`${custody} custody is not possible in ${dataFolder}`);
  services.occupants.delete(first.session.token);
  return {
    services,
    enroll: (sizes) => enroll(services, sizes),
    async putAside({ occupant }) {
      await services.sessionReplacement.replaceSession(occupant);
      const ended = await services.pool.end(occupant.session);
      if (!ended.ok || !occupant.session.removeFolder().ok) throw new Error('a session does not end');
      services.sessionReplacement.forget(occupant);
    },
    async wipe({ occupant, opened }) {
      await services.sessionEndings.endInSession(
        occupant,
        services.beginWipe(opened.application, reached({ kind: 'handed-over' })),
      );
      await services.wipes.searched(opened.application, NOTHING_FOUND);
      if (services.endings.shown().kind !== 'ended')
        throw new Error(`no receipt, but ${services.endings.shown().kind}`);
    },
    close() {
      closing.abort();
      closeFiles(services);
      rmSync(keeperFolder, { recursive: true });
    },
  };
}

async function enroll(services: Services, sizes: RecordSizes): Promise<PrintedApplication> {
  const occupant = occupyShown(services);
  const created = await callsOf(services, occupant).create({});
  if (!created.ok) throw new Error(`the keeper refuses: ${created.error.kind}`);
  const { application, key } = created.value;
  const { columns, made } = sealParts(sizes, application, key);
  const { vault } = services;
  for (const column of ['answers', 'photo', 'card', 'tray'] as const)
    vault.store(application, column, columns[column]);
  for (const row of made) vault.addMade(application, row);
  // As after a print worker's report, without the worker.
  vault.setState(application, reached({ kind: 'printed' }));
  return { occupant, opened: created.value };
}

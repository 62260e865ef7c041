import { copyFileSync, mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { MemberId } from '../../../shared/contract/ids.ts';
import { type TestClock, testClock } from '../clock.test-support.ts';
import { workingFolder, workingRoot } from '../database/temporary-files.test-support.ts';
import { openVault } from '../vault/open-vault.test-support.ts';
import { newVault, setUpKiosk } from '../vault/vault.test-support.ts';
import type { Vault } from '../vault/vault.ts';
import { createStaff, type Staff } from './staff.ts';
import type { StaffEvent } from './staff-event.ts';

export const BERTA = { name: 'Berta', passphrase: 'marble lantern drizzle oyster' };
export const DORA = { name: 'Dora', passphrase: 'harvest pelican mitten quartz' };
export const ANSELM = { name: 'Anselm', passphrase: 'velvet anchor mosaic pebble' };
export const GOOD = 'copper thistle gondola ember';

/** As a kiosk has it whose settings say nothing. */
export const LOCK_AFTER_MINUTES = 5;

/** Staff on a real vault, under a clock that stands still until it is moved. */
export interface Stage {
  readonly vault: Vault;
  readonly clock: TestClock;
  readonly staff: Staff;
  /** What was recorded, in order. */
  readonly events: StaffEvent[];
  /** What the ledger would say. */
  readonly history: { placesLeft: number };
  /** Signs in and takes the device key, as the kiosk's custody does. */
  signIn(name: string, passphrase: string): ReturnType<Staff['signIn']>;
  idOf(name: string): MemberId;
}

/** Staff on a vault. `record` stands in for the ledger's disk. */
export function staffOn(
  vault: Vault,
  clock: TestClock = testClock({ now: 1_800_000_000_000 }),
  record: (event: StaffEvent) => void = () => undefined,
): Stage {
  const events: StaffEvent[] = [];
  const history = { placesLeft: 0 };
  let custody: Buffer | null = null;
  const staff = createStaff({
    database: vault.database,
    elapsed: clock.uptime,
    uptime: clock.uptime,
    lockAfterMinutes: LOCK_AFTER_MINUTES,
    deviceKey: () => custody,
    kioskName: () => 'Counter 3',
    supervisorLeft: () => undefined,
    placesLeft: () => history.placesLeft,
    record(event) {
      record(event);
      events.push(event);
    },
  });
  return {
    vault,
    clock,
    staff,
    events,
    history,
    signIn: (name, passphrase) =>
      staff.signIn(name, passphrase, (deviceKey) => {
        custody = Buffer.from(deviceKey);
      }),
    idOf(name) {
      const member = staff.members().find((one) => one.name === name);
      if (member === undefined) throw new Error(`nobody is called ${name}`);
      return member.member;
    },
  };
}

/** The path of a vault of its own for each call, in which Berta and Dora (supervisors) and Anselm (clerk) work. */
export function vaultsWithStaff(): () => string {
  const folder = mkdtempSync(join(workingRoot(), 'counterfoil-staff-'));
  const pattern = join(folder, 'vault.db');
  beforeAll(async () => {
    const opened = openVault(pattern);
    if (!opened.ok) throw new Error(`the vault does not open: ${opened.error.kind}`);
    const { staff } = staffOn(opened.value);
    const writeKiosk = (): void => setUpKiosk(opened.value);
    const done = await staff.setUp(
      { kioskName: 'Counter 3', supervisor: BERTA, secondSupervisor: DORA, clerk: ANSELM },
      writeKiosk,
      () => undefined,
    );
    opened.value.database.close();
    if (!done.ok) throw new Error(`no staff: ${done.error.kind}`);
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return () => {
    const path = join(workingFolder(), 'vault.db');
    copyFileSync(pattern, path);
    return path;
  };
}

/** Berta, Dora and Anselm on a vault of their own, nobody signed in. */
export function stages(): (record?: (event: StaffEvent) => void) => Stage {
  const path = vaultsWithStaff();
  return (record) => staffOn(newVault(path()), undefined, record);
}

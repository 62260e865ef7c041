import { mkdtempSync, rmSync } from 'node:fs';
import { type Counter, counterOn, KIOSK, SLUG } from './counter.ts';
import { FOLDER_ON_MACHINE, installedSystem } from './installed-system.ts';
import { handOut } from './office.ts';
import { makePackage } from './packages.ts';

/** A counter that boots, and is on its start screen: nobody has signed in there yet. */
export interface ProvisionedCounter {
  readonly counter: Counter;
  /** Switches the machine off and removes it. */
  remove(): Promise<void>;
}

/** Installs the package in a fresh Debian, boots it and provisions it from a folder. */
export async function provisionedCounter(): Promise<ProvisionedCounter> {
  // On a disk: a machine of a gigabyte and a half.
  const work = mkdtempSync('/var/tmp/counterfoil-package-');
  const office = await handOut(work);
  const system = await installedSystem(work, await makePackage(), office);
  const machine = await system.boot();
  const counter = counterOn(machine);
  await counter.tells({ state: 'problem', problem: '70' });
  await counter.says(SLUG, 'provision', FOLDER_ON_MACHINE);
  await counter.says('systemctl', 'restart', KIOSK);
  await counter.arriveAt('Sign in');
  await counter.tells({ state: 'start-screen', open: '0' });
  return {
    counter,
    async remove() {
      await machine.powerOff();
      rmSync(work, { recursive: true, force: true });
    },
  };
}

import { mkdtempSync, rmSync } from 'node:fs';
import { type BootOptions, diagnosisOf, type Machine, type System } from './container.ts';
import { type Counter, counterOn, KIOSK, SLUG } from './counter.ts';
import { FOLDER_ON_MACHINE, installedSystem } from './installed-system.ts';
import { handOut } from './office.ts';
import { makePackage } from './packages.ts';

/** A counter that boots, and is on its start screen: nobody has signed in there yet. */
export interface ProvisionedCounter {
  readonly counter: Counter;
  /** What somebody asks the machine first that is not as it should be. */
  diagnosis(): Promise<string>;
  /** Switches the machine off and removes it. */
  remove(): Promise<void>;
}

/** What is done to a system before it boots, and what is lent to it. */
interface Preparation extends BootOptions {
  prepare?(system: System): Promise<void>;
}

/** Installs the package in a fresh Debian, boots it and provisions it from a folder. Leaves nothing where that fails. */
export async function provisionedCounter({
  prepare,
  ...lent
}: Preparation = {}): Promise<ProvisionedCounter> {
  // On a disk: a machine of a gigabyte and a half.
  const work = mkdtempSync('/var/tmp/counterfoil-package-');
  let machine: Machine | null = null;
  const remove = async (): Promise<void> => {
    await machine?.powerOff();
    rmSync(work, { recursive: true, force: true });
  };
  try {
    const office = await handOut(work);
    const system = await installedSystem(work, await makePackage(), office);
    await prepare?.(system);
    machine = await system.boot(lent);
    const { run } = machine;
    const counter = counterOn(machine);
    await provision(counter);
    return { counter, diagnosis: () => diagnosisOf(run), remove };
  } catch (error) {
    if (machine !== null) process.stderr.write(await diagnosisOf(machine.run));
    await remove();
    throw error;
  }
}

async function provision(counter: Counter): Promise<void> {
  await counter.tells({ state: 'problem', problem: '70' });
  await counter.says(SLUG, 'provision', FOLDER_ON_MACHINE);
  await counter.says('systemctl', 'restart', KIOSK);
  await counter.arriveAt('Sign in');
  await counter.tells({ state: 'start-screen', open: '0' });
}

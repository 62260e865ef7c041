import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { basename } from 'node:path';
import { repository } from '../../../build/vite/repository.ts';
import type { Machine } from '../container.ts';
import { type Counter, counterOn, SLUG } from '../counter.ts';
import { DEVICE, type Drive, driveOf } from '../drive.ts';
import { dayIn, type HandedOut, handOut } from '../office.ts';
import { makePackage } from '../packages.ts';
import { newComputer } from './new-computer.ts';
import { type OfficeComputer, officeComputer } from './office-computer.ts';
import { inNames, type Name, type Step, stepsOf } from './page-steps.ts';

const PAGE = new URL('docs/it/swap.md', repository);
const PROVISION = `${SLUG}-provision.service`;

/** What the page calls things, and what they are called here (docs/it/README.md, “Three packages”). */
function namesHere(deb: string, device: string): readonly Name[] {
  return [
    // Whoever is root leaves it out.
    { page: 'sudo ', here: '' },
    { page: 'counterfoil_0.1.0-1_amd64.deb', here: deb },
    { page: 'systemctl restart counterfoil', here: `systemctl restart ${SLUG}` },
    { page: 'counterfoil-provision ', here: `${SLUG}-provision ` },
    { page: 'counterfoil-cups', here: `${SLUG}-cups` },
    { page: 'counterfoil-doctor', here: `${SLUG}-doctor` },
    { page: '/dev/sdX1', here: { office: device, counter: DEVICE } },
    { page: '2026-12-31', here: dayIn(2) },
  ];
}

/** The office with its computer, the drive, and the computer that is to be the counter, which runs. */
export interface SwapStage {
  readonly office: HandedOut;
  readonly officeComputer: OfficeComputer;
  readonly drive: Drive;
  readonly machine: Machine;
  readonly counter: Counter;
  /** What the file of the package is called. */
  readonly deb: string;
  /** Those of the page, in the names that things have here. */
  readonly steps: readonly Step[];
  /** Types what a step has, at its place, and answers what is printed. `more`: typed behind it. */
  type(number: number, more?: string): Promise<string>;
  /** Attaches the drive, and does what udev does then. Answers whether the unit ended well. */
  attach(): Promise<boolean>;
  /** Switches the computer off and removes all of it. */
  remove(): Promise<void>;
}

/** Makes it all ready for the first step. Leaves nothing where that fails. */
export async function swapStage(): Promise<SwapStage> {
  // On a disk: a machine of two gigabytes.
  const work = mkdtempSync('/var/tmp/counterfoil-package-');
  const clear = (): void => rmSync(work, { recursive: true, force: true });
  try {
    const office = await handOut(work);
    const made = await makePackage();
    const system = await newComputer(work, made);
    const drive = driveOf(system);
    const computer = officeComputer(work, { ...office, deb: made.first, drive });
    const deb = basename(made.first);
    const steps = inNames(stepsOf(readFileSync(PAGE, 'utf8')), namesHere(deb, computer.device));
    const machine = await system.boot();
    const counter = counterOn(machine);
    return {
      ...{ office, officeComputer: computer, drive, machine, counter, deb, steps },
      type: (number, more = '') => typeStep(steps[number - 1], more, { computer, counter }),
      attach: () => attach(drive, counter),
      async remove() {
        await machine.powerOff();
        clear();
      },
    };
  } catch (error) {
    clear();
    throw error;
  }
}

/** At a new computer after a login: to apt's question whether to go on, Enter is the answer. */
const AT_COUNTER = `umask 022; yes '' | sh -euc "$1" 2>&1`;

function typeStep(
  step: Step | undefined,
  more: string,
  { computer, counter }: { readonly computer: OfficeComputer; readonly counter: Counter },
): Promise<string> {
  if (step === undefined) throw new Error('the page has no such step');
  const commands = `${step.commands}${more}`;
  switch (step.place) {
    case 'office':
      return computer.types(commands);
    case 'counter':
      return counter.says('sh', '-c', AT_COUNTER, 'sh', commands);
  }
}

async function attach(drive: Drive, counter: Counter): Promise<boolean> {
  await drive.plugIn(counter);
  const { ok } = await counter.run('systemctl', 'start', PROVISION);
  // What the unit has said last may still be on its way.
  await counter.says('journalctl', '--sync');
  return ok;
}

import type { CheckDeclaration } from './check.ts';
import { appArmor } from './computer/app-armor.ts';
import { camera } from './computer/camera.ts';
import { clock } from './computer/clock.ts';
import { network } from './computer/network.ts';
import { power } from './computer/power.ts';
import { sleep } from './computer/sleep.ts';
import { timeZone } from './computer/time-zone.ts';
import { tpm } from './computer/tpm.ts';
import { dataFolder } from './disk/data-folder.ts';
import { diskEncryption } from './disk/disk-encryption.ts';
import { diskSpace } from './disk/disk-space.ts';
import { fileSystem } from './disk/file-system.ts';
import { flash } from './disk/flash.ts';
import { journal } from './disk/journal.ts';
import { temporaryFolders } from './disk/temporary-folders.ts';
import { unitWrites } from './disk/unit-writes.ts';
import { usbDrives } from './disk/usb-drives.ts';
import { coreDumps } from './memory/core-dumps.ts';
import { hibernation } from './memory/hibernation.ts';
import { initOnFree } from './memory/init-on-free.ts';
import { kernelDumps } from './memory/kernel-dumps.ts';
import { oldDumps } from './memory/old-dumps.ts';
import { ptrace } from './memory/ptrace.ts';
import { sessionMemory } from './memory/session-memory.ts';
import { swap } from './memory/swap.ts';
import { cups } from './printing/cups.ts';
import { printLeftovers } from './printing/print-leftovers.ts';
import { printer } from './printing/printer.ts';
import { account } from './program/account.ts';
import { crashHandler } from './program/crash-handler.ts';
import { fuses } from './program/fuses.ts';
import { packageDatabase } from './program/package-database.ts';
import { packageFiles } from './program/package-files.ts';
import { packageOwner } from './program/package-owner.ts';
import { policy } from './program/policy.ts';
import { sandbox } from './program/sandbox.ts';
import { unitSandbox } from './program/unit-sandbox.ts';
import { versions } from './program/versions.ts';
import { clipboard } from './screen/clipboard.ts';
import { displaySize } from './screen/display-size.ts';
import { inputMethods } from './screen/input-methods.ts';

/** Checks of one subject, as the page for IT and a screen put them together. */
export interface CheckGroup {
  readonly name: string;
  readonly checks: readonly CheckDeclaration[];
}

/** Every check, in the order in which they are made and told. */
export const CHECK_GROUPS: readonly CheckGroup[] = [
  {
    name: 'Memory',
    checks: [swap, hibernation, coreDumps, kernelDumps, oldDumps, sessionMemory, ptrace, initOnFree],
  },
  {
    name: 'Disk',
    checks: [
      ...[fileSystem, dataFolder, unitWrites, diskSpace, diskEncryption],
      ...[flash, temporaryFolders, journal, usbDrives],
    ],
  },
  { name: 'Printing', checks: [cups, printLeftovers, printer] },
  { name: 'Screen', checks: [clipboard, inputMethods, displaySize] },
  { name: 'Computer', checks: [clock, timeZone, camera, power, sleep, network, appArmor, tpm] },
  {
    name: 'Program',
    checks: [
      ...[account, sandbox, unitSandbox, fuses, packageFiles, packageDatabase, packageOwner, versions],
      ...[crashHandler, policy],
    ],
  },
];

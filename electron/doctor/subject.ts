import { basename, dirname, join } from 'node:path';
import type { Configuration, MachineEnvironment } from '../../shared/contract/configuration.ts';
import type { KioskKnowledge } from '../../shared/contract/doctor/kiosk-knowledge.ts';
import type { KioskUse } from '../../shared/contract/kiosk-use.ts';
import type { SeenFrom } from '../../shared/doctor/seen-from.ts';
import { accountName } from './read/account-name.ts';
import { seenFrom } from './read/seen-from.ts';

/** What the doctor looks at: a kiosk by its settings, as this account on this computer. */
export interface Subject {
  readonly configuration: Configuration;
  readonly environment: MachineEnvironment;
  readonly use: KioskUse;
  /** The folder of the package: where the session's executable lies. */
  readonly top: string;
  /** What the package, its folder and its unit are called: `counterfoil`. */
  readonly slug: string;
  readonly seenFrom: SeenFrom;
  /** What the keeper that has started this doctor knows; null: a command did. */
  readonly knows: KioskKnowledge | null;
  readonly account: { readonly id: number; readonly name: string | null };
  /** Milliseconds since 1970, by the computer's clock. */
  readonly now: number;
}

/** Who looks: a doctor of the kiosk's keeper sees what the kiosk sees, whatever its unit is called and whether there is one. */
interface Asked {
  readonly use: KioskUse;
  readonly knows: KioskKnowledge | null;
}

export function subjectOf(
  configuration: Configuration,
  environment: MachineEnvironment,
  { use, knows }: Asked,
): Subject {
  const top = dirname(configuration.electron.executable);
  // What an upgrade keeps of the version before is called like it.
  const slug = basename(top).replace(/\.previous$/, '');
  return {
    ...{ configuration, environment, use, knows, top, slug },
    seenFrom: knows === null ? seenFrom(unitOf(slug)) : 'kiosk-unit',
    account: { id: process.getuid?.() ?? -1, name: accountName() },
    now: Date.now(),
  };
}

/** The unit that starts the kiosk. */
export function unitOf(slug: string): string {
  return `${slug}.service`;
}

/** The unit of the display that it draws on. */
export function displayUnitOf(slug: string): string {
  return `${slug}-display.service`;
}

/**
 * Whether display, shared memory and limits of this process are others than the kiosk's. An evaluation may have been started from
 * this shell, and so may a developer's kiosk.
 */
export function isOutside({ seenFrom: place, use }: Subject): boolean {
  return place === 'shell' && use !== 'evaluation';
}

/** What an account is called in a command: by its name, or by its number where it has none. */
export function accountWords({ account }: Subject): string {
  return account.name ?? String(account.id);
}

/** A path from the top of the package. */
export function inPackage({ top }: Subject, ...names: readonly string[]): string {
  return join(top, ...names);
}

import { dirname, join } from 'node:path';
import type { Configuration, MachineEnvironment } from '../../shared/contract/configuration.ts';
import type { KioskUse } from '../../shared/contract/kiosk-use.ts';
import { accountName } from './read/account-name.ts';

/** What the doctor looks at: a kiosk by its settings, as this account on this computer. */
export interface Subject {
  readonly configuration: Configuration;
  readonly environment: MachineEnvironment;
  readonly use: KioskUse;
  /** The folder of the package: where the session's executable lies. */
  readonly top: string;
  readonly account: { readonly id: number; readonly name: string | null };
  /** Milliseconds since 1970, by the computer's clock. */
  readonly now: number;
}

export function subjectOf(
  configuration: Configuration,
  environment: MachineEnvironment,
  use: KioskUse,
): Subject {
  return {
    configuration,
    environment,
    use,
    top: dirname(configuration.electron.executable),
    account: { id: process.getuid?.() ?? -1, name: accountName() },
    now: Date.now(),
  };
}

/** What an account is called in a command: by its name, or by its number where it has none. */
export function accountWords({ account }: Subject): string {
  return account.name ?? String(account.id);
}

/** A path from the top of the package. */
export function inPackage({ top }: Subject, ...names: readonly string[]): string {
  return join(top, ...names);
}

import { type MachineEnvironment, machineEnvironment } from '../../../shared/contract/configuration.ts';
import { electronArguments } from '../../lib/command-line/electron-arguments.ts';

/** The machine that a keeper runs on, as its environment says it. */
export interface KeeperMachine extends MachineEnvironment {
  /** What each Electron is started with, besides its application's own words. */
  readonly electronArguments: readonly string[];
}

/** Reads the environment; it is read nowhere else in a keeper. */
export function readMachine(environment: NodeJS.ProcessEnv): KeeperMachine {
  return {
    ...machineEnvironment.parse(environment),
    electronArguments: electronArguments(environment),
  };
}

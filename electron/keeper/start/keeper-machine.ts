import { type MachineEnvironment, machineEnvironment } from '../../../shared/contract/configuration.ts';
import { electronArguments, electronOpenings } from '../../lib/command-line/electron-arguments.ts';

/** The machine that a keeper runs on, as its environment says it. */
export interface KeeperMachine extends MachineEnvironment {
  /** What each Electron is started with, besides its application's own words. */
  readonly electronArguments: readonly string[];
}

/** Reads what the environment says of the machine, once in a keeper. Its configuration is the program's own, and read there. */
export function readMachine(environment: NodeJS.ProcessEnv): KeeperMachine {
  const { DISPLAY, XAUTHORITY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR, PATH, LANG, ...openings } =
    machineEnvironment.and(electronOpenings).parse(environment);
  return {
    ...{ DISPLAY, XAUTHORITY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR, PATH, LANG },
    electronArguments: electronArguments(openings),
  };
}

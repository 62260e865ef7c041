import { machineEnvironment } from '../../../shared/contract/configuration.ts';
import { electronArguments, electronOpenings } from '../../lib/command-line/electron-arguments.ts';
import type { SessionMachine } from '../sessions/early-session.ts';

/** The machine that a keeper runs on, as its environment says it: that of its sessions. */
export type KeeperMachine = SessionMachine;

/** Reads what the environment says of the machine, once in a keeper. Its configuration is the program's own, and read there. */
export function readMachine(environment: NodeJS.ProcessEnv): KeeperMachine {
  const { DISPLAY, XAUTHORITY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR, PATH, LANG, ...openings } =
    machineEnvironment.and(electronOpenings).parse(environment);
  return {
    ...{ DISPLAY, XAUTHORITY, WAYLAND_DISPLAY, XDG_RUNTIME_DIR, PATH, LANG },
    electronArguments: electronArguments(openings),
  };
}

import { z } from 'zod';
import { preset } from '../settings/preset.ts';
import { osPrinter, virtualPrinter } from './printing/printer.ts';

/**
 * The print server of this machine: the port at which it listens, the UNIX socket at which it listens as well (null: at none
 * that is known), and the file that says where its spool lies.
 */
export const printServer = z.object({
  port: z.number().int().min(1).max(65_535),
  socket: z.string().nullable(),
  settings: z.string(),
});
export type PrintServer = z.infer<typeof printServer>;

/**
 * The settings file that settings are of, and what named root's record of a provisioning beside it when they were read (see
 * `lookAtProvisioning`); `record` is null where no provisioning was applied.
 */
const settingsFile = z.object({ path: z.string(), record: z.string().nullable() });
export type SettingsFile = z.infer<typeof settingsFile>;

/** How a keeper is started: one JSON object in its environment. */
export const configuration = z.object({
  /** Where vault and ledger lie. */
  dataFolder: z.string(),
  electron: z.object({
    executable: z.string(),
    /** Before our own arguments: the folder of the bundled session, where Electron needs to be told. */
    arguments: z.array(z.string()),
    runtime: z.enum(['evaluation', 'production']),
  }),
  node: z.string(),
  corePath: z.string(),
  workerPath: z.string(),
  recordSearchPath: z.string(),
  productionPath: z.string(),
  doctorPath: z.string(),
  fontFolder: z.string(),
  /** The programme's policy: a JSON file, read at the start. */
  policyPath: z.string(),
  /** Whether a provisioning sets the kiosk up: without one it waits, and offers nobody its set-up. */
  provisioned: z.boolean(),
  /** Null: a kiosk without a settings file, which nobody provisions. */
  settingsFile: settingsFile.nullable(),
  /** Where exports of the ledger and checkpoints are written (the place of a stick), or nowhere. */
  exportFolder: z.string().nullable(),
  /** What is printed on as long as staff have chosen no other: the built-in printer, or a queue of Windows or macOS. */
  printer: z.discriminatedUnion('driver', [virtualPrinter, osPrinter]),
  /** Minutes without a touch after which the screen of whoever is signed in is locked. */
  lockAfterMinutes: z.number().int().min(1),
  printServer,
  preset,
});
export type Configuration = z.infer<typeof configuration>;

const variable = z.string().optional();

/** What the environment says of the machine: the display that a program draws on, and what it is started with. */
export const machineEnvironment = z.object({
  DISPLAY: variable,
  XAUTHORITY: variable,
  WAYLAND_DISPLAY: variable,
  XDG_RUNTIME_DIR: variable,
  PATH: variable,
  LANG: variable,
});
export type MachineEnvironment = z.infer<typeof machineEnvironment>;

/** What a launcher sets for the keeper, as it arrives there beside what is said of the machine. */
export const keeperEnvironment = z.object({
  COUNTERFOIL_CONFIGURATION: z
    .string()
    .transform((text): unknown => JSON.parse(text))
    .pipe(configuration),
});

/** The same as a launcher sets it, beside what it passes on of its own. */
export function environmentOfKeeper(how: Configuration): { readonly COUNTERFOIL_CONFIGURATION: string } {
  return { COUNTERFOIL_CONFIGURATION: JSON.stringify(how) };
}

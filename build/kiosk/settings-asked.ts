import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { ok, type Result } from '../../shared/result.ts';
import type { KioskOptions } from './launch-keeper.ts';
import { readPrinterSeconds } from './printer-seconds.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** What a kiosk that npm starts takes from its environment: developers have no settings file. */
type AskedSettings = Pick<
  KioskOptions,
  'dataFolder' | 'policyPath' | 'exportFolder' | 'printer' | 'camera' | 'debugging'
>;

/** An empty value counts as not set. */
function settingOf(environment: Environment, name: string): string | null {
  const value = environment[name] ?? '';
  return value.trim() === '' ? null : value;
}

/** The policy that COUNTERFOIL_POLICY names, typed at a prompt: below where it was typed. None: the shipped one. */
export function policyAsked(environment: Environment): { readonly policyPath?: string } {
  const asked = settingOf(environment, 'COUNTERFOIL_POLICY');
  return asked === null ? {} : { policyPath: resolve(asked) };
}

/**
 * The settings of a kiosk that is started from here. Paths are below where they were typed.
 * `usualSeconds`: for a face, where nothing says otherwise. The error: a sentence.
 */
export function settingsAsked(environment: Environment, usualSeconds: number): Result<AskedSettings, string> {
  const asked = (name: string): string | null => settingOf(environment, name);
  const path = (name: string): string | null => {
    const value = asked(name);
    return value === null ? null : resolve(value);
  };
  const seconds = readPrinterSeconds(asked('COUNTERFOIL_PRINTER_SECONDS'), usualSeconds);
  if (!seconds.ok) return seconds;
  const state = asked('XDG_STATE_HOME') ?? join(homedir(), '.local', 'state');
  const exportFolder = path('COUNTERFOIL_EXPORTS');
  const camera = asked('COUNTERFOIL_CAMERA_FILE');
  return ok({
    dataFolder: path('COUNTERFOIL_DATA') ?? resolve(state, 'counterfoil-evaluation'),
    ...policyAsked(environment),
    ...(exportFolder === null ? {} : { exportFolder }),
    printer: { secondsPerFace: seconds.value, folder: path('COUNTERFOIL_PRINTER_FOLDER') },
    ...(camera === null ? {} : { camera: camera === 'none' ? camera : resolve(camera) }),
    ...(asked('COUNTERFOIL_DEBUGGING') === '1' ? { debugging: true } : {}),
  });
}

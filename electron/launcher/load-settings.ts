import { isAbsolute, join } from 'node:path';
import { err, ok, type Result } from '../../shared/result.ts';
import type { SettingsPlatform } from '../../shared/settings/full-path.ts';
import { readSettings } from '../../shared/settings/read-settings.ts';
import { mistakeLine, type SettingsMistake } from '../../shared/settings/settings-mistake.ts';
import { type Settings, settingsWithOnly } from '../../shared/settings/settings-schema.ts';
import { shortened } from '../../shared/start/shortened.ts';
import { MISTAKES_ON_PAGE, type StartProblem } from '../../shared/start/start-problem.ts';
import type { NamedPath, SettingsOpenings } from './environment.ts';
import { readSettingsFile } from './settings-file.ts';

/** Who starts the kiosk. */
export interface Starter {
  /** Null for an account that has none. */
  readonly home: string | null;
  readonly platform: NodeJS.Platform;
  /** Null where the system has no user ids. */
  readonly uid: number | null;
}

/** Whose settings are asked for, and by which package. */
export interface AskedSettings {
  readonly openings: SettingsOpenings;
  readonly starter: Starter;
  /** Where settings are, unless an evaluation package is told otherwise. */
  readonly usualFile: string;
  /** Whether tests may attach to the package. */
  readonly evaluation: boolean;
}

/** Why there are no settings. `lines`: everything that is wrong in the file, as an editor jumps to it. */
export interface SettingsFailure {
  readonly problem: StartProblem;
  readonly lines: readonly string[];
}

/** The settings of a kiosk, from its file. Without one an evaluation package has settings all the same. */
export function loadSettings(asked: AskedSettings): Result<Settings, SettingsFailure> {
  const { openings, starter, evaluation } = asked;
  const place = settingsPlace(asked);
  if (!place.ok) return err({ problem: place.error, lines: [] });
  const checked = checkSettings(place.value, asked);
  if (checked.ok || !evaluation) return checked;
  // One that was named and is not there is a mistake.
  if (checked.error.problem.kind !== 'no-settings' || openings.settingsFile !== null) return checked;
  const settings = evaluationSettings(openings, starter);
  return settings.ok ? settings : err({ problem: settings.error, lines: [] });
}

/** Which file that is. An evaluation package may be told another one. */
export function settingsPlace({ openings, usualFile }: AskedSettings): Result<string, StartProblem> {
  return openings.settingsFile === null ? ok(usualFile) : fullPath(openings.settingsFile);
}

/** Reads and checks the file that a kiosk would take. */
export function checkSettings(
  path: string,
  { starter: { platform, uid }, evaluation }: AskedSettings,
): Result<Settings, SettingsFailure> {
  // Whoever starts an evaluation package may change its settings: tests and demonstrations do.
  const bytes = readSettingsFile(path, evaluation && uid !== null ? [ROOT, uid] : [ROOT]);
  if (!bytes.ok) return err({ problem: bytes.error, lines: [] });
  const settings = readSettings(bytes.value, settingsPlatform(platform, evaluation));
  return settings.ok ? settings : err(failureOf(path, settings.error));
}

const ROOT = 0;

/** `evaluation`: whether tests may attach to the package. */
export function settingsPlatform(platform: NodeJS.Platform, evaluation: boolean): SettingsPlatform {
  if (platform !== 'linux') return 'other';
  return evaluation ? 'linux-evaluation' : 'linux';
}

function failureOf(path: string, mistakes: readonly SettingsMistake[]): SettingsFailure {
  return {
    problem: {
      ...{ kind: 'wrong-settings', path, mistakes: mistakes.slice(0, MISTAKES_ON_PAGE) },
      more: Math.max(0, mistakes.length - MISTAKES_ON_PAGE),
    },
    lines: mistakes.map((mistake) => mistakeLine(path, mistake)),
  };
}

/** A folder of its own: what is for evaluation must never open the vault of a kiosk for residents. */
function evaluationSettings(
  { stateHome }: SettingsOpenings,
  { home }: Starter,
): Result<Settings, StartProblem> {
  // The XDG rules let a path that is not absolute count as not set. Here that would be another kiosk.
  const state = stateHome === null ? null : fullPath(stateHome);
  if (state?.ok === false) return state;
  if (state === null && home === null) return err({ kind: 'no-home' });
  const base = state?.value ?? join(home ?? '', '.local', 'state');
  return ok(settingsWithOnly(join(base, 'counterfoil-evaluation')));
}

/** A path that depends on where the kiosk was started is refused. */
function fullPath({ name, value }: NamedPath): Result<string, StartProblem> {
  return isAbsolute(value) ? ok(value) : err({ kind: 'relative-path', name, value: shortened(value) });
}

import type { Configuration } from '../../shared/contract/configuration.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { type BuildFacts, composeConfiguration, type PackagePlace } from './compose-configuration.ts';
import { type AskedSettings, loadSettings, type SettingsFailure } from './load-settings.ts';
import { startRefusal } from './start-refusal.ts';

/** How a kiosk is started, and from which package. */
export interface KioskStart {
  /** What stands behind the command, and the names of all variables. */
  readonly words: readonly string[];
  readonly variables: readonly string[];
  readonly asked: AskedSettings;
  readonly place: PackagePlace;
  readonly runtime: BuildFacts['runtime'];
}

/** What a kiosk that is started so works by: its settings as they are in the file now. */
export function readConfiguration(start: KioskStart): Result<Configuration, SettingsFailure> {
  const { asked, place, runtime } = start;
  const { evaluation } = asked;
  const root = asked.starter.uid === 0;
  const never = startRefusal({ ...start, root, evaluation });
  if (never !== null) return err({ problem: never, lines: [] });
  const settings = loadSettings(asked);
  return settings.ok
    ? ok(composeConfiguration(settings.value, place, { evaluation, runtime }, root))
    : settings;
}

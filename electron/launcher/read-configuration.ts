import type { Configuration } from '../../shared/contract/configuration.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { unfinishedProvisioning } from '../lib/provisioning/next-folder.ts';
import { type BuildFacts, composeConfiguration, type PackagePlace } from './compose-configuration.ts';
import { type AskedSettings, loadSettings, type SettingsFailure, settingsPlace } from './load-settings.ts';
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
  return configurationOf(start, isRoot(start));
}

/** The same for the doctor: root may look, because looking changes nothing and opens no page. */
export function readConfigurationToLook(start: KioskStart): Result<Configuration, SettingsFailure> {
  return configurationOf(start, false);
}

function isRoot({ asked }: KioskStart): boolean {
  return asked.starter.uid === 0;
}

/** `rootIsRefused`: whether this is a start by root, which a release refuses. */
function configurationOf(start: KioskStart, rootIsRefused: boolean): Result<Configuration, SettingsFailure> {
  const { asked, place, runtime } = start;
  const { evaluation } = asked;
  const never = startRefusal({ ...start, root: rootIsRefused, evaluation });
  const problem = never ?? unfinished(asked);
  if (problem !== null) return err({ problem, lines: [] });
  const settings = loadSettings(asked);
  return settings.ok
    ? ok(composeConfiguration(settings.value, place, { evaluation, runtime }, isRoot(start)))
    : settings;
}

/** Settings of which some are old and some new are those of nobody. */
function unfinished(asked: AskedSettings): StartProblem | null {
  const place = settingsPlace(asked);
  const mark = place.ok ? unfinishedProvisioning(place.value) : null;
  return mark === null ? null : { kind: 'unfinished-provisioning', path: mark };
}

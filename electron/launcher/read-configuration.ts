import type { Configuration } from '../../shared/contract/configuration.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import type { StartProblem } from '../../shared/start/start-problem.ts';
import { lookAtProvisioning, whyUnsettled } from '../lib/provisioning/look-at-provisioning.ts';
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

/**
 * What a kiosk that is started so works by: its settings as they are in the file now. None while a provisioning is being put in
 * place, nor where one was while they were read: settings of which some are old and some new are those of nobody.
 */
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
  if (never !== null) return failed(never);
  const path = settingsPlace(asked);
  if (!path.ok) return failed(path.error);
  const before = lookAtProvisioning(path.value);
  if (before.kind !== 'settled' && before.why === 'marked') return failed(before);
  const settings = loadSettings(asked);
  // Where nobody can look for the mark the settings themselves can seldom be read, and that says more.
  if (!settings.ok) return settings;
  if (before.kind !== 'settled') return failed(before);
  const unsettled = whyUnsettled(path.value, before.record);
  if (unsettled !== null) return failed(unsettled);
  return ok({
    ...composeConfiguration(settings.value, place, { evaluation, runtime }, isRoot(start)),
    settingsFile: { path: path.value, record: before.record },
  });
}

function failed(problem: StartProblem): Result<never, SettingsFailure> {
  return err({ problem, lines: [] });
}

import { z } from 'zod';
import { SETTINGS_FILE } from '../../shared/settings/settings-place.ts';

/** A path that a variable names. */
export interface NamedPath {
  readonly name: string;
  readonly value: string;
}

/** What an evaluation package reads of the environment besides what is said of the machine; in a release all of it is null. */
export interface SettingsOpenings {
  /** Another settings file. */
  readonly settingsFile: NamedPath | null;
  /** Where its data lies if no settings file says so. */
  readonly stateHome: NamedPath | null;
}

/** An empty value is how a service file says "not set". */
const pathIn = (name: string) =>
  z
    .string()
    .optional()
    .transform((value = ''): NamedPath | null => (value.trim() === '' ? null : { name, value }));

/** A release takes no setting from its environment: it has none of these names in it. */
export const settingsOpenings: z.ZodType<SettingsOpenings> = __EVALUATION__
  ? z
      .object({
        COUNTERFOIL_SETTINGS: pathIn('COUNTERFOIL_SETTINGS'),
        XDG_STATE_HOME: pathIn('XDG_STATE_HOME'),
      })
      .transform((found) => ({ settingsFile: found.COUNTERFOIL_SETTINGS, stateHome: found.XDG_STATE_HOME }))
  : z.object({}).transform(() => ({ settingsFile: null, stateHome: null }));

/** One variable that an evaluation package takes, and what it does, as --help says it. */
interface Opening {
  readonly name: string;
  readonly says: string;
}

const OPENINGS: readonly Opening[] = __EVALUATION__
  ? [
      {
        name: 'COUNTERFOIL_SETTINGS',
        says: `another settings file than ${SETTINGS_FILE}, by its full path`,
      },
      { name: 'COUNTERFOIL_DEBUGGING', says: '1 opens debugging ports on loopback, for tests' },
      { name: 'COUNTERFOIL_CAMERA_FILE', says: 'a film in the place of the camera, for tests' },
    ]
  : [];

/** What `counterfoil --help` says. */
export function help(): string {
  const width = Math.max(0, ...OPENINGS.map(({ name }) => name.length));
  const variables =
    OPENINGS.length === 0
      ? 'It takes no setting from its environment.'
      : `These variables are for evaluation alone:\n${OPENINGS.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`).join('\n')}`;
  return `counterfoil opens the kiosk. It takes no arguments. Its settings are in ${SETTINGS_FILE}.
counterfoil config check [FILE] says what is wrong with them, or with another file.
counterfoil config printers says which addresses of printers they open a way to.
counterfoil doctor [--json] looks whether this computer is fit for a kiosk with these settings.
counterfoil provision FOLDER makes this computer what a signed provisioning folder says. Root alone may do it.
${variables}
`;
}

/**
 * The first variable that begins like ours and is none that is taken. A kiosk that took no notice of it would work by other
 * settings than whoever set it believes, in another folder perhaps.
 */
export function foreignVariable(names: readonly string[]): string | null {
  const taken = OPENINGS.map(({ name }) => name);
  const foreign = names.filter(
    (each) => each.toUpperCase().startsWith('COUNTERFOIL') && !taken.includes(each),
  );
  return foreign.toSorted()[0] ?? null;
}

import { z } from 'zod';
import { machineEnvironment } from '../../shared/contract/configuration.ts';

/** Null: not set, or empty, which is how a service file says "not set". */
const setting = z
  .string()
  .optional()
  .transform((value = '') => (value.trim() === '' ? null : value));

/** Every variable of ours that anybody may set, and what it does: the help is written from it. */
const settings = z.object({
  COUNTERFOIL_DATA: setting.describe(
    'the folder of vault and ledger, a full path (else below XDG_STATE_HOME or ~/.local/state)',
  ),
  COUNTERFOIL_POLICY: setting.describe(
    'the program’s policy, a file, by its full path (else /etc/counterfoil/policy.json, or the one in the package)',
  ),
  COUNTERFOIL_PRINTER_SECONDS: setting.describe(
    'seconds the built-in card printer takes for a face, 0 to 60 (else 8)',
  ),
  COUNTERFOIL_PRINTER_FOLDER: setting.describe(
    'where it writes finished cards as files, a full path (else nowhere)',
  ),
  COUNTERFOIL_EXPORTS: setting.describe(
    'the USB drive, a folder by its full path: exports, checkpoints, statements and produced applications go there; orders, policies and recipients come from there (else none)',
  ),
  COUNTERFOIL_OS_QUEUE: setting.describe('the print queue to use on Windows and macOS (not on Linux)'),
});

/** The launcher's environment. Names that are not in it are looked at by `unknownSetting` alone. */
export const launcherEnvironment = settings.extend({
  XDG_STATE_HOME: setting,
  ...machineEnvironment.shape,
});
export type LauncherEnvironment = z.infer<typeof launcherEnvironment>;

/** One variable that changes the kiosk, and what it does, as --help says it. */
interface Setting {
  readonly name: string;
  readonly says: string;
}

const SETTINGS: readonly Setting[] = [
  ...Object.entries(settings.shape).map(([name, { description = '' }]) => ({ name, says: description })),
  // Openings for tests: a release knows neither name, so it refuses them like any other that it does not know.
  ...(__EVALUATION__
    ? [
        { name: 'COUNTERFOIL_DEBUGGING', says: '1 opens debugging ports on loopback, for tests' },
        { name: 'COUNTERFOIL_CAMERA_FILE', says: 'a film in the place of the camera, for tests' },
      ]
    : []),
];

/** What `counterfoil --help` says. */
export function help(): string {
  const width = Math.max(...SETTINGS.map(({ name }) => name.length));
  const lines = SETTINGS.map(({ name, says }) => `  ${name.padEnd(width)}  ${says}`);
  return `counterfoil opens the kiosk. counterfoil doctor [--json] looks whether this computer is fit for it.\nThese variables change both:\n${lines.join('\n')}\n`;
}

/**
 * The first variable that begins like ours and is none of them, with the name it comes nearest to. A kiosk that
 * took no notice of a misspelt COUNTERFOIL_DATA would set itself up anew in another folder.
 */
export function unknownSetting(names: readonly string[]): { name: string; nearest: string } | null {
  const known = SETTINGS.map(({ name }) => name);
  const name = names
    .filter((each) => each.toUpperCase().startsWith('COUNTERFOIL') && !known.includes(each))
    .sort()[0];
  if (name === undefined) return null;
  const byDistance = known.toSorted((a, b) => distance(name, a) - distance(name, b));
  return { name, nearest: byDistance[0] ?? '' };
}

/** How many letters have to be put in, left out or changed (Levenshtein). */
function distance(from: string, to: string): number {
  let previous = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [row, letter] of [...from].entries()) {
    const next = [row + 1];
    for (const [column, other] of [...to].entries()) {
      const change = (previous[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min((previous[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1, change));
    }
    previous = next;
  }
  return previous[to.length] ?? 0;
}

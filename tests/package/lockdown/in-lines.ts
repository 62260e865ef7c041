import type { Result } from '../../../shared/result.ts';
import type { Counter } from '../counter.ts';
import { beginsWithOne, NOT_TAKEN } from './other-lines.ts';
import { linesOf } from './unit-lines.ts';
import type { Unit } from './units.ts';

/** The lines of a unit that something else can be run with. `besides`: others to be left out, by how they begin. */
export async function linesToTry(
  counter: Counter,
  unit: Unit,
  besides: readonly string[] = [],
): Promise<readonly string[]> {
  const leftOut = [...NOT_TAKEN, ...besides];
  return (await linesOf(counter, unit)).filter((line) => !beginsWithOne(line, leftOut));
}

/** Spelt otherwise than it is printed: what fails is told with its words. */
const BEGIN = 'echo begun-$((40 + 2))';
const BEGUN = 'begun-42';

/** Runs a text by sh in a unit of these lines. Throws where systemd does not come to it: a unit that can't be set up stops nothing. */
export async function runInLines(
  counter: Counter,
  lines: readonly string[],
  act: string,
): Promise<Result<string, string>> {
  const done = await counter.run(
    ...['systemd-run', '--quiet', '--wait', '--pipe', '--collect', '--expand-environment=no'],
    ...lines.flatMap((line) => ['--property', line]),
    ...['sh', '-c', `${BEGIN}; ${act}`],
  );
  const said = done.ok ? done.value : done.error;
  if (!said.includes(BEGUN)) throw new Error(`systemd did not come to the act: ${said}`);
  return done;
}

import type { Counter } from '../counter.ts';
import { linesToTry, runInLines } from './in-lines.ts';
import type { Tried } from './row.ts';
import type { Unit } from './units.ts';

/** One run of an act. */
interface Attempt {
  readonly succeeded: boolean;
  /** What it printed, for whoever has to know why. */
  readonly said: string;
}

/** What came of it; `hindered`: the act is not possible on this machine, whatever lines there are. */
export type Outcome =
  | { readonly kind: 'tried'; readonly without: Attempt; readonly with: Attempt }
  | { readonly kind: 'hindered'; readonly why: string };

/** Tries the act of a row in a unit of the real unit's lines, without its line and with it. */
export async function tryLine(counter: Counter, unit: Unit, row: Tried): Promise<Outcome> {
  const needs = row.needs ?? [];
  if (row.unlessHindered !== undefined) {
    const bare = await attempt(counter, row, needs);
    if (!bare.succeeded) return { kind: 'hindered', why: row.unlessHindered };
  }
  const lines = [...(await linesToTry(counter, unit, row.besides)), ...needs];
  return {
    kind: 'tried',
    without: await attempt(
      counter,
      row,
      lines.filter((line) => !line.startsWith(row.line)),
    ),
    with: await attempt(counter, row, lines),
  };
}

async function attempt(counter: Counter, row: Tried, lines: readonly string[]): Promise<Attempt> {
  const done = await runInLines(
    counter,
    lines.map((line) => accountOf(row, line)),
    row.act,
  );
  const isLeft = row.afterwards === undefined || (await counter.run('sh', '-c', row.afterwards)).ok;
  return { succeeded: done.ok && isLeft, said: done.ok ? done.value : done.error };
}

/** The line with the account that the row has in the place of the unit's own. */
function accountOf({ account }: Tried, line: string): string {
  return account === undefined ? line : line.replace(/^(User|Group)=.*$/, `$1=${account}`);
}

import type { LaunchedKiosk } from '../../build/kiosk/launch-keeper.ts';
import { createChunkedSearch } from '../../shared/remanence/chunked-search.ts';
import type { SearchPattern } from '../../shared/remanence/patterns.ts';
import type { CanaryPerson } from './person.ts';
import { addPlaces, type RemanenceResult } from './result.ts';
import { VoidRun } from './void-run.ts';

function labelsIn(text: string, patterns: readonly SearchPattern[]): ReadonlySet<string> {
  const found = new Set<string>();
  createChunkedSearch(patterns, 1).searchWhole(Buffer.from(text), ({ label }) => found.add(label));
  return found;
}

/** What the kiosk and all that it starts wrote to standard error, which goes to the system's journal, has nothing of a person. */
export function searchSaid(
  { said }: LaunchedKiosk,
  patterns: readonly SearchPattern[],
  { name }: CanaryPerson,
  result: RemanenceResult,
): void {
  const text = said.join('\n');
  // The control: one more line, which nobody wrote.
  if (labelsIn(`${text}\n${name}`, patterns).size === 0)
    throw new VoidRun('positive control: a name in the lines of the kiosk was not found');
  const found = labelsIn(text, patterns);
  result.hits += found.size;
  addPlaces(
    result,
    [...found].map((label) => `${label} in what the kiosk wrote to standard error`),
  );
}

import { setTimeout as delay } from 'node:timers/promises';
import {
  coreDefectPlaces,
  type Defect,
  type DefectKind,
  type DefectPlace,
  defectKinds,
  MOST_PLACES,
} from '../../../shared/defects.ts';

/** How long a process that has a defect waits at most until it is told, before it ends. */
const TOLD_MILLISECONDS = 1_000;

/** How many sentences one line may bring into the log. */
const MOST_TOLD = 4;

function kindOf(error: unknown): DefectKind {
  if (!(error instanceof Error)) return 'not an error';
  return defectKinds.find((kind) => kind === error.name) ?? 'another error';
}

/** Whether a place is one of those that a core may name. */
export function isCoreDefectPlace(place: string): place is (typeof coreDefectPlaces)[number] {
  return coreDefectPlaces.some((known) => known === place);
}

/** What is told of an error: nothing that it says itself. */
export function defectOf(place: DefectPlace, error: unknown): Defect {
  return { place, error: kindOf(error), at: isEvaluation() && error instanceof Error ? placesIn(error) : [] };
}

/** The sentence for a defect: one of a closed list, and no value in it. */
export function defectInWords({ place, error }: Defect): string {
  return `defect in ${place}: ${error}`;
}

/**
 * Writes that sentence to standard error, which goes to the system's log; in an evaluation also where in the program it was. A release
 * writes no place, whoever tells one.
 */
export function writeDefect(defect: Defect): void {
  const places = isEvaluation() ? defect.at : [];
  process.stderr.write(`${[defectInWords(defect), ...places].join('\n')}\n`);
}

/**
 * Writes what one process tells over its line: each sentence once, and four at most. More would let whoever took it over write
 * what it likes, in sentences for letters, and would keep the keeper from all else.
 */
export function createDefectLog(): (defect: Defect) => void {
  const written = new Set<string>();
  return (defect) => {
    const words = defectInWords(defect);
    if (written.has(words) || written.size >= MOST_TOLD) return;
    written.add(words);
    writeDefect(defect);
  };
}

/** For a process whose standard error goes to the log. */
export function reportDefect(place: DefectPlace, error: unknown): void {
  writeDefect(defectOf(place, error));
}

/** The bundler puts the constant in. Where a test runs a source, there may be none. */
function isEvaluation(): boolean {
  return typeof __EVALUATION__ === 'boolean' && __EVALUATION__;
}

function placesIn(error: Error): readonly string[] {
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, MOST_PLACES);
}

/**
 * Sees to it that a process which knows a person says nothing of an error but its sentence: Node itself would print its message,
 * which may quote the person, and warnings with values. `tell`: how it is told, resolved once it is on its way, and that no other work
 * is taken on. `end`: what becomes of the process then. What is thrown meanwhile is not told.
 */
export function ownUpToDefects(
  place: DefectPlace,
  end: () => void,
  tell: (defect: Defect) => Promise<void> | undefined = (defect) => void writeDefect(defect),
): void {
  let isEnding = false;
  process.on('uncaughtException', (error) => {
    if (isEnding) return;
    isEnding = true;
    const telling = tell(defectOf(place, error));
    if (telling === undefined) end();
    else void Promise.race([telling, delay(TOLD_MILLISECONDS)]).then(end);
  });
  // Node's own listener, which prints them.
  process.removeAllListeners('warning');
}

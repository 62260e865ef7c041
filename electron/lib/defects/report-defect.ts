/**
 * Where a process that knows a person may have a defect. What it writes to its inherited standard error comes into the system's log,
 * which stays: so it is one of these places with one of the kinds below, and nothing else.
 */
export const defectPlaces = [
  'core',
  'main process',
  'relay',
  'print worker',
  'preparation',
  'preview',
  'rehearsal of the search',
  'search of own values',
  'printing process',
  'printing on a queue of the system',
  'record search',
  'production',
] as const;
export type DefectPlace = (typeof defectPlaces)[number];

/** Kinds of errors by the name that they have. Any other name may be made of what somebody typed. */
export const defectKinds = [
  'Error',
  'TypeError',
  'RangeError',
  'SyntaxError',
  'ReferenceError',
  'URIError',
  'AggregateError',
  'AbortError',
  'ZodError',
] as const;
type DefectKind = (typeof defectKinds)[number] | 'another error' | 'not an error';

function kindOf(error: unknown): DefectKind {
  if (!(error instanceof Error)) return 'not an error';
  return defectKinds.find((kind) => kind === error.name) ?? 'another error';
}

/** Whether a place is one of the list. */
export function isDefectPlace(place: string): place is DefectPlace {
  return defectPlaces.some((known) => known === place);
}

/** The sentence for a defect: one of a closed list, and no value in it. */
export function defectInWords(place: DefectPlace, error: unknown): string {
  return `defect in ${place}: ${kindOf(error)}`;
}

/** Writes that sentence to standard error; in an evaluation also where in the program it was. */
export function reportDefect(place: DefectPlace, error: unknown): void {
  process.stderr.write(`${[defectInWords(place, error), ...placesIn(error)].join('\n')}\n`);
}

/** A release has none of it: the bundler puts the constant in. Where a test runs a source, there may be none. */
function placesIn(error: unknown): readonly string[] {
  if (typeof __EVALUATION__ !== 'boolean' || !__EVALUATION__ || !(error instanceof Error)) return [];
  return (error.stack ?? '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 5);
}

/**
 * Sees to it that a process which knows a person writes nothing of an error but its sentence: Node itself would print its message,
 * which may quote the person, and warnings with values. `end`: what becomes of the process then.
 */
export function ownUpToDefects(place: DefectPlace, end: () => void): void {
  process.on('uncaughtException', (error) => {
    reportDefect(place, error);
    end();
  });
  // Node's own listener, which prints them.
  process.removeAllListeners('warning');
}

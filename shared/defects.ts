/** What a core says of itself. */
export const coreDefectPlaces = [
  'core',
  'preview',
  'rehearsal of the search',
  'search of own values',
] as const;
/** What the processes around it say. */
export const sessionDefectPlaces = ['main process', 'relay'] as const;
/** What the Electron that prints says. */
export const osPrintingDefectPlaces = ['printing on a queue of the system'] as const;

/**
 * Where a process that knows a person may have a defect. What is said of it comes into the system's log, which stays: so it is one of
 * these places with one of the kinds below, and nothing else.
 */
export const defectPlaces = [
  ...coreDefectPlaces,
  ...sessionDefectPlaces,
  ...osPrintingDefectPlaces,
  'print worker',
  'preparation',
  'printing process',
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
  'another error',
  'not an error',
] as const;
export type DefectKind = (typeof defectKinds)[number];

/** Of a stack no more is told. */
export const MOST_PLACES = 5;

/** What is told of a defect. */
export interface Defect {
  readonly place: DefectPlace;
  readonly error: DefectKind;
  /** Where in the program it was, as lines of a stack: in an evaluation alone. */
  readonly at: readonly string[];
}

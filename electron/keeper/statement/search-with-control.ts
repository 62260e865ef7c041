import { type CalendarDate, dayText } from '../../../shared/calendar.ts';
import type { StatementSearch } from '../../../shared/statement/statement.ts';
import { type ControlFiles, plantControlFiles } from './control-files.ts';
import type { SearchedPlace } from './places-to-search.ts';
import { type FoundInPlaces, type SearchProgress, searchPlaces } from './search-places.ts';

/** What a search with a control needs of the kiosk. */
export interface ControlledSearchPort {
  /** All that is looked through, and the folders in which what must be found is planted. */
  readonly places: { all(): readonly SearchedPlace[]; readonly forControl: readonly string[] };
  readonly clock: { dateAt(moment: number): CalendarDate; uptime(): number };
  /** Aborted when the keeper begins to stop. */
  readonly closing: AbortSignal;
}

/** Why what a search says is worth nothing: its control was not found. */
export type FailedControl = Extract<StatementSearch, { kind: 'void' }>['control'];

/** What a search found. `failedControl`: null where each control was found. */
export interface SearchedFiles extends FoundInPlaces {
  /** Of how many applications the identifiers were searched for. */
  readonly identifiersSearched: number;
  readonly failedControl: FailedControl | null;
}

/** Without a control the search goes on: what it counts is told, and that it is void. */
const NO_CONTROL: Pick<ControlFiles, 'token' | 'isOne' | 'found' | 'met'> = {
  token: Buffer.from('no control was planted for this'),
  isOne: () => false,
  found: () => undefined,
  met: () => undefined,
};

/**
 * Looks through all places, among them files that must be found, and that are gone when it resolves or throws. Null: it
 * was stopped. `identifiers`: of the applications that are here when it begins.
 */
export async function searchWithControl(
  { places, clock, closing }: ControlledSearchPort,
  identifiers: () => readonly string[],
  tell: (progress: SearchProgress) => void,
): Promise<SearchedFiles | null> {
  const control = await plantControlFiles(places.forControl);
  let found: FoundInPlaces | null = null;
  let searchedFor: readonly string[] = [];
  let isRemoved = true;
  try {
    searchedFor = identifiers();
    found = await searchPlaces({
      places: places.all(),
      identifiers: searchedFor,
      control: control ?? NO_CONTROL,
      dayOf: (moment) => dayText(clock.dateAt(moment)),
      uptime: clock.uptime,
      tell,
      stopped: closing,
    });
  } finally {
    isRemoved = (await control?.remove()) ?? true;
  }
  if (found === null) return null;
  return { ...found, identifiersSearched: searchedFor.length, failedControl: verdictOf(control, isRemoved) };
}

function verdictOf(control: ControlFiles | null, isRemoved: boolean): FailedControl | null {
  if (control === null) return 'file-not-planted';
  if (!isRemoved) return 'not-removed';
  return control.areAllFound() ? null : 'file-not-found';
}

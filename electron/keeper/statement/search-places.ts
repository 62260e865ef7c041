import { createChunkedSearch, type OnPatternHit } from '../../../shared/remanence/chunked-search.ts';
import { forgetPatterns, type SearchPattern } from '../../../shared/remanence/patterns.ts';
import {
  type FileKind,
  type UnknownFileKind,
  unknownFileKinds,
} from '../../../shared/statement/inventory.ts';
import { ofOtherNames } from '../../../shared/statement/limits.ts';
import type { StatementPlace } from '../../../shared/statement/statement.ts';
import { isOpenHere } from '../database/open-here.ts';
import type { ControlFiles } from './control-files.ts';
import { fitsItsName } from './fits-its-name.ts';
import { openOnStick, openOwn } from './open-to-search.ts';
import { atItsTurn, type SearchedPlace } from './places-to-search.ts';
import { CHUNK_BYTES, createReading } from './read-through.ts';
import { lookInto, type PlacedFile, type WalkTally, walkPlace } from './walk-place.ts';
import { SQLITE_MAGIC, whatItIs } from './what-a-file-is.ts';

/** So many unknown files of one kind in a place are listed one by one; all are counted. */
const MOST_LISTED = 100;

/** How often it is told how far a search is, in milliseconds. */
const TELL_MILLISECONDS = 250;

/** What a search is asked for. */
export interface PlacesSearch {
  readonly places: readonly SearchedPlace[];
  /** Identifiers of the applications that are here: they belong into the vault and the key slots, and into no other file. */
  readonly identifiers: readonly string[];
  readonly control: Pick<ControlFiles, 'token' | 'isOne' | 'found' | 'met'>;
  /** The day of a moment (epoch milliseconds), as it is written down. */
  dayOf(moment: number): string;
  /** Milliseconds that the machine has run. */
  uptime(): number;
  tell(progress: SearchProgress): void;
  readonly stopped: AbortSignal;
}

/** How far a search is. */
export interface SearchProgress {
  readonly files: number;
  readonly bytes: number;
}

/** What a search found. */
export interface FoundInPlaces extends SearchProgress {
  readonly places: readonly StatementPlace[];
  /** Files of which only the beginning was read. */
  readonly inPart: number;
  readonly identifiersFound: number;
  readonly databasesInside: number;
}

/** Where identifiers of applications, or an old first page of a database, stand by design. */
const BY_DESIGN: readonly FileKind[] = ['vault-journal', 'ledger-journal', 'key-slots', 'signing-slots'];

const [CONTROL, IDENTIFIER, DATABASE] = ['control', 'identifier', 'database'] as const;

/**
 * Looks through all places: opens every file of this account, reads it to its end where its name or its place is the
 * kiosk's, else its beginning, and counts it by what it is. Null: it was stopped.
 */
export async function searchPlaces(asked: PlacesSearch): Promise<FoundInPlaces | null> {
  const patterns = patternsFor(asked);
  const search = createChunkedSearch(patterns, CHUNK_BYTES);
  const reading = createReading(search);
  const tally = { files: 0, bytes: 0, inPart: 0, identifiersFound: 0, databasesInside: 0 };
  let told = asked.uptime();

  /** What was found in one file, as far as it says something: see `BY_DESIGN`. */
  function note(counted: Counted, what: UnknownFileKind, hits: HitsInFile): void {
    if (counted.whose === 'kiosk' && BY_DESIGN.includes(counted.what)) return;
    tally.identifiersFound += hits.identifier;
    // A journal begins with an old first page of its database.
    if (what !== 'journal') tally.databasesInside += hits.database;
  }

  /** Null: it is not to be counted. */
  async function read(file: PlacedFile, place: SearchedPlace): Promise<Counted | null> {
    const { stats, owner } = file;
    const bytes = Number(stats.size);
    const asIs = (what: UnknownFileKind): Counted =>
      owner === 'unknown' || owner === 'other-name' || !fitsItsName(owner, what)
        ? { whose: 'unknown', what, bytes }
        : { whose: 'kiosk', what: owner, bytes };
    const isDatabase = owner === 'vault' || owner === 'ledger';
    // Not opened: SQLite reads it, and closing another descriptor of it would drop SQLite's lock.
    if (isOpenHere(stats))
      return isDatabase
        ? { whose: 'kiosk', what: owner, bytes }
        : { whose: 'unknown', what: 'same-file', bytes };
    if (!stats.isFile()) return asIs(stats.isSymbolicLink() ? 'link' : 'special');
    const hits: HitsInFile = { identifier: 0, database: 0 };
    const onHit: OnPatternHit = ({ label }, position) => {
      if (label === CONTROL) asked.control.found(file.path, position);
      if (label === IDENTIFIER) hits.identifier += 1;
      // At its beginning it is what the file itself is.
      if (label === DATABASE && position > 0) hits.database += 1;
    };
    const open = () => (place.place === 'exports' ? openOnStick(file.path) : openOwn(file.path));
    const most = owner === 'other-name' ? ofOtherNames.bytes : Number.POSITIVE_INFINITY;
    const found = await reading.read(open, onHit, most);
    if (found === 'gone') return null;
    if (found === 'refused') return { ...asIs('unreadable'), isRefused: true };
    if (asked.control.isOne(file.path)) {
      if (owner === 'unknown') asked.control.met(file.path);
      return null;
    }
    tally.files += 1;
    tally.bytes += found.bytes;
    if (found.bytes === most && bytes > most) tally.inPart += 1;
    const what = whatItIs(file.name, found.bytes, found.head);
    found.head.fill(0);
    // One that lies in the place of vault or ledger and is not open here is somebody's copy.
    const counted: Counted = isDatabase ? { whose: 'unknown', what, bytes } : asIs(what);
    note(counted, what, hits);
    return counted;
  }

  const places: StatementPlace[] = [];
  try {
    for (const listed of asked.places) {
      const place = atItsTurn(listed);
      const counts = createCounts(asked.dayOf);
      const entry = await openPlace(place);
      if (entry === 'walk' && place.path !== null) {
        for await (const file of walkPlace(place, place.path, counts.walked)) {
          if (asked.stopped.aborted) return null;
          const counted = await read(file, place);
          if (counted !== null) counts.add(counted, file);
          if (asked.uptime() - told < TELL_MILLISECONDS) continue;
          told = asked.uptime();
          asked.tell({ files: tally.files, bytes: tally.bytes });
        }
      }
      places.push(counts.of(place, entry));
    }
  } finally {
    search.forget();
    forgetPatterns(patterns);
  }
  return { places, ...tally };
}

function patternsFor({ identifiers, control }: PlacesSearch): readonly SearchPattern[] {
  const raw = (label: string, bytes: Uint8Array): SearchPattern => ({ label, encoding: 'raw', bytes });
  return [
    raw(CONTROL, Uint8Array.from(control.token)),
    raw(DATABASE, Uint8Array.from(SQLITE_MAGIC)),
    ...identifiers.map((identifier) => raw(IDENTIFIER, Buffer.from(identifier))),
  ];
}

/** Hits in one file. */
interface HitsInFile {
  identifier: number;
  database: number;
}

type Entry = 'walk' | Exclude<StatementPlace['look'], 'searched' | 'in-part'>;

async function openPlace({ path, how }: SearchedPlace): Promise<Entry> {
  if (path === null) return 'none';
  const look = await lookInto(path);
  if (look !== 'open') return look;
  return how === 'leave' ? 'not-searched' : 'walk';
}

/** What a file is, and whether it could be read. */
type Counted = (
  | { readonly whose: 'kiosk'; readonly what: FileKind }
  | { readonly whose: 'unknown'; readonly what: UnknownFileKind }
) & { readonly bytes: number; readonly isRefused?: true };

/** The counts of one place while it is walked through. */
interface PlaceCounts {
  readonly walked: WalkTally;
  add(counted: Counted, file: PlacedFile): void;
  of(place: SearchedPlace, entry: Entry): StatementPlace;
}

function createCounts(dayOf: PlacesSearch['dayOf']): PlaceCounts {
  const walked: WalkTally = { passedOver: 0, notOpened: 0, unreadable: 0 };
  const known = new Map<FileKind, { files: number; bytes: number }>();
  const listed: StatementPlace['unknown']['listed'] = [];
  const unknown = new Map<UnknownFileKind, number>();
  return {
    walked,
    add(counted, { stats }) {
      const { bytes } = counted;
      if (counted.isRefused === true) walked.unreadable += 1;
      if (counted.whose === 'kiosk') {
        const before = known.get(counted.what) ?? { files: 0, bytes: 0 };
        known.set(counted.what, { files: before.files + 1, bytes: before.bytes + bytes });
        return;
      }
      const before = unknown.get(counted.what) ?? 0;
      unknown.set(counted.what, before + 1);
      if (before >= MOST_LISTED) return;
      listed.push({ kind: counted.what, bytes, day: dayOf(Number(stats.mtimeMs)) });
    },
    of({ place, path }, entry) {
      const { passedOver, notOpened, unreadable } = walked;
      const look = entry === 'walk' ? (unreadable + notOpened > 0 ? 'in-part' : 'searched') : entry;
      return {
        ...{ place, path, look, passedOver, notOpened, unreadable },
        known: [...known].map(([kind, counts]) => ({ kind, ...counts })),
        unknown: {
          files: [...unknown.values()].reduce((sum, files) => sum + files, 0),
          kinds: inOrder([...unknown].map(([kind, files]) => ({ kind, files }))),
          listed: inOrder(listed),
        },
      };
    },
  };
}

/** What matters most stands first: among many files of others a copy of a vault must not be the last one. */
function inOrder<Of extends { readonly kind: UnknownFileKind }>(each: readonly Of[]): Of[] {
  return each.toSorted(
    (one, other) => unknownFileKinds.indexOf(one.kind) - unknownFileKinds.indexOf(other.kind),
  );
}

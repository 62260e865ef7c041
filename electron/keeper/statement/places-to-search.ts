import { relative } from 'node:path';
import type { FileKind, PlaceName } from '../../../shared/statement/inventory.ts';
import { DATA_FOLDER_FILES } from '../data-folder/kiosk-files.ts';
import { driveAt } from '../disk/drive-at.ts';
import { kindOfExport } from '../disk/export-names.ts';
import { KEEPER_SOCKET } from '../sessions/volatile-folder.ts';

/**
 * Whose a file below a place is, by its name: a kind of the kiosk's own, or one that it did not make. `other-name`: in a
 * place that others use as well a name that says nothing, so that its content must. `elsewhere`: it is a place of its own.
 */
export type Owner = FileKind | 'unknown' | 'other-name' | 'elsewhere';

/** A folder that is looked through. */
export interface SearchedPlace {
  readonly place: PlaceName;
  /** Null: this kiosk has none. */
  readonly path: string | null;
  /** `leave`: it is another account's, and is not searched. */
  readonly how: 'search' | 'leave';
  /** Whose it is, by its path below the place; asked of a folder before it is entered. */
  ownerOf(below: string): Owner;
}

/** Where a kiosk keeps and leaves files. */
export interface KioskPlaces {
  readonly dataFolder: string;
  readonly keeperFolder: string;
  readonly exportFolder: string | null;
  /** Where the built-in printer writes finished cards, or nowhere. */
  readonly cardFolder: string | null;
  readonly sharedFolders: SharedFolders;
}

/** Folders of the machine that others use as well. */
export interface SharedFolders {
  /** In memory. */
  readonly memory: readonly string[];
  readonly temporary: string;
}

/** The print server's own, as CUPS has them on Linux (cups-files.conf(5)). Another account's: nothing in them is opened. */
const PRINT_SERVER = { spool: '/var/spool/cups', 'print-cache': '/var/cache/cups' } as const;

const SESSION = /^session-[0-9a-f]+(?:\/|$)/;
/** Chromium's, of whatever process of this account: one was seen to stay after its end. */
const BROWSER_MEMORY = /^\.?(?:org|com)\.(?:chromium|google)\.[^/]*/;
const LAUNCHER = /^counterfoil-front-\w+(?:\/|$)/;
const PRINTING = /^counterfoil-print-\d+-\w+(?:\/|$)/;
/** The folder in memory of another keeper: a dead one's, or that of a second kiosk of this account. */
const OTHER_KEEPER = /^counterfoil-\w{6}(?:\/|$)/;
const CARD_FILES = ['card-front.png', 'card-back.png', 'card.pdf'];

/** All places of a kiosk, in the order of the statement. Of the export folder `atItsTurn` says what it is. */
export function placesOf(kiosk: KioskPlaces): readonly SearchedPlace[] {
  const { dataFolder, keeperFolder, exportFolder, cardFolder, sharedFolders } = kiosk;
  const { memory, temporary } = sharedFolders;
  const searched = (
    place: PlaceName,
    path: string | null,
    ownerOf: SearchedPlace['ownerOf'],
  ): SearchedPlace => ({ place, path, how: 'search', ownerOf });
  const places = [
    searched('data', dataFolder, ownerInData),
    searched('volatile', keeperFolder, ownerInVolatile),
    ...memory.map((path) => searched('shared-memory', path, ownerInMemory)),
    searched('temporary', temporary, ownerInTemporary),
    searched('exports', exportFolder, (below) => kindOfExport(below) ?? 'other-name'),
    searched('card-files', cardFolder, (below) =>
      CARD_FILES.includes(below) ? 'printed-card' : 'other-name',
    ),
  ];
  return [
    ...places.map((place) => withoutOthers(place, places)),
    ...(['spool', 'print-cache'] as const).map(
      (place): SearchedPlace => ({
        place,
        path: PRINT_SERVER[place],
        how: 'leave',
        ownerOf: () => 'other-name',
      }),
    ),
  ];
}

/**
 * A place as it is when its turn comes: whoever waits for a statement may plug in the drive for it meanwhile, or take it away.
 * What an unmount left behind is the kiosk's own disk: it is searched, and is not called a drive.
 */
export function atItsTurn(listed: SearchedPlace): SearchedPlace {
  const { place, path } = listed;
  if (place !== 'exports' || path === null || driveAt(path) !== null) return listed;
  return { ...listed, place: 'exports-without-drive' };
}

/** Where one place lies in another one, it is looked through once. */
function withoutOthers(place: SearchedPlace, places: readonly SearchedPlace[]): SearchedPlace {
  const { path: root, ownerOf } = place;
  if (root === null) return place;
  const others = places.flatMap(({ path }) => (path === null ? [] : [relative(root, path)]));
  return { ...place, ownerOf: (below) => (others.includes(below) ? 'elsewhere' : ownerOf(below)) };
}

function ownerInData(below: string): Owner {
  return DATA_FOLDER_FILES.find(({ names }) => names.includes(below))?.kind ?? 'unknown';
}

function ownerInVolatile(below: string): Owner {
  if (below === KEEPER_SOCKET) return 'keeper-socket';
  return SESSION.test(below) ? 'session-files' : 'unknown';
}

function ownerInMemory(below: string): Owner {
  if (LAUNCHER.test(below)) return 'launcher-files';
  if (BROWSER_MEMORY.test(below)) return 'browser-memory';
  return OTHER_KEEPER.test(below) ? 'unknown' : 'other-name';
}

function ownerInTemporary(below: string): Owner {
  if (LAUNCHER.test(below)) return 'launcher-files';
  if (PRINTING.test(below)) return 'printing-files';
  return BROWSER_MEMORY.test(below) ? 'browser-memory' : 'other-name';
}

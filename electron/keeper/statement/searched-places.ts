import { tmpdir } from 'node:os';
import { dirname, relative } from 'node:path';
import type { FileKind, PlaceName } from '../../../shared/statement/inventory.ts';
import { DATA_FOLDER_FILES } from '../data-folder/kiosk-files.ts';

/**
 * Whose a file below a place is: a kind of the kiosk's own, one that it did not make, or somebody else's. `elsewhere`: it is
 * a place of its own.
 */
export type Owner = FileKind | 'unknown' | 'passed-over' | 'elsewhere';

/** A folder that is looked through. */
export interface SearchedPlace {
  readonly place: PlaceName;
  /** Null: this kiosk has none. */
  readonly path: string | null;
  /** `search`: every file is read. `list`: another account's, so names and sizes only. */
  readonly how: 'search' | 'list';
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
}

/** The print server's own, as CUPS has them on Linux (cups-files.conf(5)). Another account's: nothing in them is opened. */
const PRINT_SERVER = { spool: '/var/spool/cups', 'print-cache': '/var/cache/cups' } as const;

const SESSION = /^session-[0-9a-f]+(?:\/|$)/;
const EXPORT = /^counterfoil-(ledger|checkpoint|statement)-[0-9a-z]{1,8}-[0-9-]+\.(?:csv|ndjson|json)$/;
const EXPORT_KINDS = { ledger: 'ledger-export', checkpoint: 'checkpoint', statement: 'statement' } as const;
/** Chromium's, of whatever process of this account: one was seen to stay after its end. */
const BROWSER_MEMORY = /^\.?(?:org|com)\.(?:chromium|google)\.[^/]*/;
const LAUNCHER = /^counterfoil-front-\w+(?:\/|$)/;
const PRINTING = /^counterfoil-print-\d+-\w+(?:\/|$)/;
/** The folder in memory of another keeper: a dead one's, or that of a second kiosk of this account. */
const OTHER_KEEPER = /^counterfoil-\w{6}(?:\/|$)/;
const CARD_FILES = ['card-front.png', 'card-back.png', 'card.pdf'];

/** All places of a kiosk, in the order of the statement. */
export function placesOf({
  dataFolder,
  keeperFolder,
  exportFolder,
  cardFolder,
}: KioskPlaces): readonly SearchedPlace[] {
  const shared = [...new Set([dirname(keeperFolder), '/dev/shm'])];
  return [
    { place: 'data', path: dataFolder, how: 'search', ownerOf: ownerInData },
    { place: 'volatile', path: keeperFolder, how: 'search', ownerOf: ownerInVolatile },
    ...shared.map((path): SearchedPlace => {
      const own = [keeperFolder, dataFolder].map((folder) => relative(path, folder));
      return { place: 'shared-memory', path, how: 'search', ownerOf: ownerInShared(own) };
    }),
    { place: 'temporary', path: tmpdir(), how: 'search', ownerOf: ownerInTemporary },
    { place: 'exports', path: exportFolder, how: 'search', ownerOf: ownerInExports },
    { place: 'card-files', path: cardFolder, how: 'search', ownerOf: ownerInCardFolder },
    ...(['spool', 'print-cache'] as const).map(
      (place): SearchedPlace => ({
        place,
        path: PRINT_SERVER[place],
        how: 'list',
        ownerOf: () => 'passed-over',
      }),
    ),
  ];
}

function ownerInData(below: string): Owner {
  return DATA_FOLDER_FILES.find(({ names }) => names.includes(below))?.kind ?? 'unknown';
}

function ownerInVolatile(below: string): Owner {
  if (below === 'keeper.sock') return 'keeper-socket';
  return SESSION.test(below) ? 'session-files' : 'unknown';
}

/** `own`: what is a place of its own, by its path from here. */
function ownerInShared(own: readonly string[]): (below: string) => Owner {
  return (below) => {
    if (own.includes(below)) return 'elsewhere';
    if (LAUNCHER.test(below)) return 'launcher-files';
    if (BROWSER_MEMORY.test(below)) return 'browser-memory';
    return OTHER_KEEPER.test(below) ? 'unknown' : 'passed-over';
  };
}

function ownerInTemporary(below: string): Owner {
  if (LAUNCHER.test(below)) return 'launcher-files';
  if (PRINTING.test(below)) return 'printing-files';
  return BROWSER_MEMORY.test(below) ? 'browser-memory' : 'passed-over';
}

function ownerInExports(below: string): Owner {
  const [, what] = EXPORT.exec(below) ?? [];
  return what === 'ledger' || what === 'checkpoint' || what === 'statement'
    ? EXPORT_KINDS[what]
    : 'passed-over';
}

function ownerInCardFolder(below: string): Owner {
  return CARD_FILES.includes(below) ? 'printed-card' : 'passed-over';
}

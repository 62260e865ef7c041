import type { FileKind, UnknownFileKind } from '../../../shared/statement/inventory.ts';

/** What no file of a kiosk is, whatever it is called: its databases are open here, and nothing of it dumps memory. */
const NEVER_ITS_OWN: readonly UnknownFileKind[] = ['vault-copy', 'ledger-copy', 'core-dump'];

/** First bytes that mark nothing: a file that was broken off may be empty, or full of zeros. */
const UNMARKED: readonly UnknownFileKind[] = ['text', 'empty', 'unreadable', 'other'];

/** Folders in which a browser engine works: it makes databases, pictures and links of its own. */
const OF_ANY_KIND: readonly FileKind[] = [
  'session-files',
  'launcher-files',
  'browser-memory',
  'printing-files',
];

/** What else files of these kinds begin with. */
const BEGIN_WITH: Partial<Readonly<Record<FileKind, readonly UnknownFileKind[]>>> = {
  'vault-journal': ['journal'],
  'ledger-journal': ['journal'],
  'keeper-socket': ['special'],
  'printed-card': ['picture', 'pdf'],
};

/** Whether a file that has a name of the kiosk's can be its own, by its first bytes: anybody can give a copy such a name. */
export function fitsItsName(kind: FileKind, what: UnknownFileKind): boolean {
  if (NEVER_ITS_OWN.includes(what)) return false;
  return OF_ANY_KIND.includes(kind) || [...UNMARKED, ...(BEGIN_WITH[kind] ?? [])].includes(what);
}

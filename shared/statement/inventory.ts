// Everything that a kiosk keeps has a line here, and so has one in the statement and in docs/retention.md. A test
// compares the tables with the schemas, and the files with what a kiosk at work leaves.

/** Every table of the vault. */
export const vaultTableWords = {
  kiosk: 'This kiosk: identifier, name, settings',
  accepted_notice: 'Legal notices that a supervisor accepted, by language',
  policy: 'Policies in force, and those of open applications',
  staff: 'Staff: name, role, wrapped device key',
  wrong_passphrases: 'Wrong passphrases in a row',
  recovery: 'The decision about recovery codes',
  recovery_code: 'Recovery codes, as hashes',
  kiosk_time: 'Hours that this kiosk has run',
  application: 'Applications, open or with an unfinished erasure: identifier, ticket, state',
  sealed_part: 'Parts of these applications, encrypted',
  made_of_applicant: 'Search values of these applications, encrypted',
  room: 'Room kept free: zeros',
  printer: 'Printers that staff chose',
  print_job: 'Jobs sent to printers',
  wipe: 'Unfinished erasures',
  tray_check: 'The question about the printer’s tray',
  owed: 'Ledger entries not written yet',
  resting: 'Ledger entries about applicants that wait for others',
  hold: 'Legal holds in force',
  unfinished_production: 'Produced files that aren’t known to be whole',
  held: 'Applications that were open when a legal hold was set on them',
  ribbon: 'Ribbons in the printer or kept',
  suspension: 'Suspensions of intake, announced or in effect',
  newest_order: 'The highest number of an order that was carried out',
  counter_day: 'The counter’s open day: blank cards counted',
  pack_up: 'Packing up, under way or done',
  misfit: 'What doesn’t fit between vault, ledger, and slots',
} as const;

/** Every table of the ledger. */
export const ledgerTableWords = {
  entries: 'Ledger entries',
  signer: 'The kiosk’s public key',
  head: 'The signature of the last entry',
  checkpoints: 'Signatures kept for good',
  rolls: 'Signatures of keys that gave way to the next',
  vault_mark: 'Signed mark of the vault: salted hashes of open applications',
} as const;

/** Where a kiosk keeps files, or leaves some. */
export const placeWords = {
  data: 'Data folder',
  volatile: 'Folder in memory for sessions',
  'shared-memory': 'Shared memory',
  temporary: 'Temporary folder',
  exports: 'Export folder (USB drive)',
  'exports-without-drive': 'Export folder, no USB drive mounted',
  'card-files': 'Folder of the built-in printer',
  spool: 'Spool of the print server',
  'print-cache': 'Cache of the print server',
} as const;
export type PlaceName = keyof typeof placeWords;

/** Files that a kiosk makes itself. */
export const fileWords = {
  vault: 'Vault (open applications, encrypted)',
  'vault-journal': 'Journal of the vault',
  ledger: 'Ledger',
  'ledger-journal': 'Journal of the ledger',
  'former-ledger': 'Ledger before this one, of keys that were lost',
  'key-slots': 'Key slots',
  'signing-slots': 'Slots of the signing key',
  'session-record': 'Record of sessions, for the next start',
  'worker-record': 'Record of print workers, for the next start',
  'record-process-record': 'Record of name searches and productions, for the next start',
  'hold-record': 'Record of legal holds set while files didn’t fit together',
  'first-staff': 'First staff of a provisioning, before the first start',
  'not-set-up': 'Mark of a kiosk that nobody has set up yet',
  'keeper-socket': 'Socket of the keeper',
  'session-files': 'Files of sessions',
  'launcher-files': 'Files of the page shown before the kiosk starts',
  'browser-memory': 'Shared memory of the browser engine',
  'printing-files': 'Files of printing through the system',
  'ledger-export': 'Exports of the ledger',
  checkpoint: 'Checkpoints',
  'health-record': 'Health records of this kiosk, for IT',
  statement: 'Custody statements',
  'record-search-answer': 'Answers of name searches',
  'statistics-export': 'Statistics',
  'record-for-court': 'Produced applications, encrypted, and their manifests',
  'unfinished-export': 'Files for a USB drive that were broken off',
  'printed-card': 'Finished cards of the built-in printer, with name and face, not encrypted',
} as const;
export type FileKind = keyof typeof fileWords;

/** Files that a kiosk did not make, by what they begin with; what matters most first, as a statement lists them. */
export const unknownFileWords = {
  'vault-copy': 'a vault, of this or another kiosk',
  'ledger-copy': 'a ledger, of this or another kiosk',
  database: 'another database',
  'same-file': 'a second name of a file that is open here',
  journal: 'a database journal',
  'write-ahead-log': 'a database’s write-ahead log',
  'core-dump': 'a memory dump of a program',
  archive: 'an archive or compressed file',
  picture: 'a picture',
  pdf: 'a PDF',
  text: 'a text',
  empty: 'an empty file',
  link: 'a link',
  special: 'a socket, pipe, or device',
  unreadable: 'a file that could not be read',
  other: 'of no known kind',
} as const;
export type UnknownFileKind = keyof typeof unknownFileWords;

export const vaultTables = namesOf(vaultTableWords);
export const ledgerTables = namesOf(ledgerTableWords);
export const placeNames = namesOf(placeWords);
export const fileKinds = namesOf(fileWords);
export const unknownFileKinds = namesOf(unknownFileWords);

function namesOf<Name extends string>(words: Readonly<Record<Name, string>>): [Name, ...Name[]] {
  const isName = (text: string): text is Name => text in words;
  const [first, ...others] = Object.keys(words).filter(isName);
  if (first === undefined) throw new Error('an inventory of nothing');
  return [first, ...others];
}

import type { StatementPaper } from '../contract/paper.ts';
import { fingerprint, inGroups } from '../ledger/checkpoint.ts';
import { unreachable } from '../result.ts';
import { computerSections } from './computer-on-paper.ts';
import { figure, grouped, momentInWords, row, type StatementSection } from './figures.ts';
import { filesSections } from './files-on-paper.ts';
import { erasuresSection, holdsSection } from './held-on-paper.ts';
import { ledgerSection, tablesSections } from './ledger-on-paper.ts';
import { limitInWords, ofOtherNames } from './limits.ts';
import type { ReadStatement } from './statement-file.ts';
import { VOID } from './void.ts';
import { applicationsSection, machineSections } from './work-on-paper.ts';

/** What proves a statement. */
export interface StatementProof {
  /** SHA-256 of the canonical JSON, hex. */
  readonly digest: string;
  /** See `statementCode`. */
  readonly code: string;
}

/**
 * A statement in words: what stands on the paper and on the screen. English only, because a court reads it; and only
 * what was looked for and found: it concludes nothing.
 */
export function statementOnPaper(statement: ReadStatement, { digest, code }: StatementProof): StatementPaper {
  const { made, askedBy, kiosk, program, policy } = statement;
  const { timeZone } = statement.settings;
  const moment = momentInWords(made.utc, timeZone);
  const doubt =
    made.clock === 'in-doubt' ? [row('Clock', 'The kiosk doubts its date. Nobody has confirmed it.')] : [];
  const about = [
    `${kiosk.name} · ${moment}`,
    'Made by a program. It counts what this kiosk’s own files and tables hold at this moment, by kind.',
  ];
  return {
    kind: 'statement',
    heading: statement.title,
    lines:
      statement.search.kind === 'void'
        ? [VOID, ...about]
        : [...about, searchInWords(statement.search, statement.places)],
    sections: [
      {
        label: 'This statement',
        rows: [
          row('Kiosk', kiosk.name),
          row('Kiosk’s identifier', inGroups(kiosk.identifier)),
          row('Made', moment),
          ...doubt,
          row('Asked for by', `${askedBy.role} ${inGroups(askedBy.member)}`),
          row(
            'Program',
            `Counterfoil ${program.version}, ${program.build} build, ${program.runtime} runtime`,
          ),
          row('Policy', `${policy.id}, version ${policy.version}`),
          row(
            'Policy in force since',
            policy.inForce === null
              ? 'no ledger entry'
              : `${momentInWords(policy.inForce.utc, timeZone)}, ledger entry ${policy.inForce.sequence}`,
          ),
          row('SHA-256 of the policy', inGroups(policy.hash)),
        ],
        lines: [],
      },
      applicationsSection(statement),
      erasuresSection(statement),
      holdsSection(statement),
      ledgerSection(statement),
      ...filesSections(statement),
      ...tablesSections(statement),
      ...machineSections(statement),
      ...computerSections(statement),
      searchSection(statement),
      {
        label: 'What can’t be known from here',
        rows: [],
        lines: statement.cannotSay.map(limitInWords),
      },
      {
        label: 'Signature',
        rows: [
          row('SHA-256 of the statement', inGroups(digest)),
          row('Fingerprint of the kiosk’s key', fingerprint(statement.ledger.key)),
        ],
        lines: [],
      },
    ],
    code: {
      label: 'Code of this statement',
      text: code,
      says: 'It says which file this paper was printed from, and that a key signed that file. It says nothing about the figures on this paper: compare them with the file.',
    },
    // Short: it is one line. Which statement of the day it is, its digest says.
    foot: `${kiosk.name} · ${made.day} · ${inGroups(digest.slice(0, 16))}`,
  };
}

type Search = ReadStatement['search'];
type Searched = Exclude<Search, { kind: 'void' }>;

function searchInWords(search: Searched, places: ReadStatement['places']): string {
  const notOpened = places.reduce(
    (sum, place) => sum + place.notOpened + place.passedOver + place.unreadable,
    0,
  );
  return [
    `Opened and read ${figure(search.files, 'file', 'files')} (${grouped(search.bytes)} bytes), ${grouped(search.inPart)} of them only at their beginning. ${figure(notOpened, 'file or folder was', 'files and folders were')} not opened.`,
    'To test the search, two test files (data folder, folder in memory) and a test row were planted, and all were found.',
  ].join(' ');
}

const CONTROLS: Readonly<Record<Extract<Search, { kind: 'void' }>['control'], string>> = {
  'file-not-planted': 'A test file could not be written.',
  'file-not-found': 'A test file was not found.',
  'row-not-planted': 'The test row could not be written.',
  'row-not-found': 'The test row was not found.',
  'not-removed': 'What was planted could not be removed.',
};

function searchSection({ format, search, ledger }: ReadStatement): StatementSection {
  const label = 'How this kiosk searched';
  if (search.kind === 'void') return { label, rows: [row('Void', CONTROLS[search.control])], lines: [] };
  return {
    label,
    rows: [
      row('Files opened and read', grouped(search.files)),
      row('Of these, read only at their beginning', grouped(search.inPart)),
      row('Bytes read', grouped(search.bytes)),
      ...identifierRows(format, search),
      row('Databases found inside other files', grouped(search.databasesInside)),
    ],
    lines: [
      'Data folder and folder in memory: each file that this program may read was opened and read to its end. Vault and ledger are open already and were read through their database.',
      `Shared memory, temporary folder, export folder, and folder of the built-in printer: files of this kiosk’s account were opened. Those with a name that this kiosk gives were read to their end. Of the others the first ${grouped(ofOtherNames.bytes)} bytes were read, of at most ${grouped(ofOtherNames.entries)} files and folders in each place. What belongs to another account was counted and not opened.`,
      'Files were told apart by their name, their place, and their first bytes. Links were not followed.',
      'In vault and ledger, rows were counted in each table. Free space and journals were read for bytes other than zero.',
      `Applications are encrypted, so nobody was searched for by name. The files were searched for the identifiers of ${lookedFor(format)}, and for databases inside other files.`,
      ...('identifiersSearched' in search
        ? ['An application that began later is counted on this paper. Its identifier wasn’t searched for.']
        : []),
      'A file with 32 random bytes was planted in the data folder and in the folder in memory, and none elsewhere. The same search had to find both.',
      `After the figures were taken, a table row with 32 random bytes was planted in the vault. It had to be counted, and its bytes had to be found in the vault’s pages, and in its journal when the row was removed. The journal was then overwritten. ${ownEntryAndJournal(ledger)}`,
    ],
  };
}

/** Of the formats of before as their papers had it: it was true of applications that were here when the search began. */
function lookedFor(format: ReadStatement['format']): string {
  switch (format) {
    case 'counterfoil custody statement 1':
      return 'open applications';
    case 'counterfoil custody statement 2':
      return 'applications whose row or key is here';
    case 'counterfoil custody statement 3':
      return 'applications whose row or key was here when the search began';
    default:
      return unreachable(format);
  }
}

function identifierRows(format: ReadStatement['format'], search: Searched): StatementSection['rows'] {
  const found = grouped(search.identifiersFound);
  if (!('identifiersSearched' in search))
    return [row(`Identifiers of ${lookedFor(format)}, found in these files`, found)];
  return [
    row('Applications whose row or key was here when the search began', grouped(search.identifiersSearched)),
    row('Identifiers of these applications, found in these files', found),
  ];
}

/** Where entries wait the statement is given out although its own may wait as well, and what is not written overwrites nothing. */
function ownEntryAndJournal({ pending }: ReadStatement['ledger']): string {
  const own =
    pending === 0
      ? 'The entry for this statement was written before anyone had the statement.'
      : 'The entry for this statement does so only when the entries that wait are written.';
  return `Each ledger entry overwrites it again when it is written. ${own}`;
}

import type { StatementPaper } from '../contract/paper.ts';
import { fingerprint, inGroups } from '../ledger/checkpoint.ts';
import { figure, momentInWords, row, type StatementSection } from './figures.ts';
import { filesSections } from './files-on-paper.ts';
import { ledgerSection, tablesSections } from './ledger-on-paper.ts';
import { limitInWords } from './limits.ts';
import type { Statement, StatementSearch } from './statement.ts';
import { applicationsSection, holdsSection, machineSections } from './work-on-paper.ts';

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
export function statementOnPaper(statement: Statement, { digest, code }: StatementProof): StatementPaper {
  const { made, askedBy, kiosk, program, policy, search } = statement;
  const doubt =
    made.clock === 'in-doubt' ? [row('Clock', 'The kiosk doubts its date. Nobody has confirmed it.')] : [];
  return {
    kind: 'statement',
    heading: statement.title,
    lines: [
      `${kiosk.name} · ${momentInWords(made.utc)}`,
      'Made by a program. It counts what this kiosk’s own files and tables hold at this moment, by kind.',
      searchInWords(search),
    ],
    sections: [
      {
        label: 'This statement',
        rows: [
          row('Kiosk', kiosk.name),
          row('Kiosk’s identifier', inGroups(kiosk.identifier)),
          row('Made', momentInWords(made.utc)),
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
              : `${momentInWords(policy.inForce.utc)}, ledger entry ${policy.inForce.sequence}`,
          ),
          row('SHA-256 of the policy', inGroups(policy.hash)),
        ],
        lines: [],
      },
      applicationsSection(statement),
      holdsSection(statement),
      ledgerSection(statement),
      ...filesSections(statement),
      ...tablesSections(statement),
      ...machineSections(statement),
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
      says: 'Signed by the kiosk’s key. Scan it, or type it, to check that this paper and the file are one statement.',
    },
    foot: `${kiosk.name} · ${momentInWords(made.utc)} · ${inGroups(digest.slice(0, 16))}`,
  };
}

function searchInWords(search: StatementSearch): string {
  if (search.kind === 'searched') {
    return `Opened and read ${figure(search.files, 'file', 'files')} (${search.bytes} bytes). A file and a table row were planted first, and both were found.`;
  }
  return 'VOID: the search did not find what was planted to test it. What follows about files and tables proves nothing. Make the statement again.';
}

const CONTROLS: Readonly<Record<Extract<StatementSearch, { kind: 'void' }>['control'], string>> = {
  'file-not-planted': 'The test file could not be written.',
  'file-not-found': 'The test file was not found.',
  'row-not-planted': 'The test row could not be written.',
  'row-not-found': 'The test row was not found.',
  'not-removed': 'What was planted could not be removed.',
};

function searchSection({ search }: Statement): StatementSection {
  const label = 'How this kiosk searched';
  if (search.kind === 'void') return { label, rows: [row('Void', CONTROLS[search.control])], lines: [] };
  return {
    label,
    rows: [
      row('Files read to their end', String(search.files)),
      row('Bytes read', String(search.bytes)),
      row('Identifiers of open applications found in these files', String(search.identifiersFound)),
      row('Databases found inside other files', String(search.databasesInside)),
    ],
    lines: [
      'Each folder named on this paper was walked. Each file in it that this program may read was opened and read to its end, and told apart by its name, its place, and its first bytes. Links were not followed.',
      'Vault and ledger were read through their database: rows were counted in each table, and free space and journals were read for bytes other than zero.',
      'Open applications are encrypted, so nobody was searched for by name. The files were searched for the identifiers of open applications and for databases inside other files.',
      'A file with 32 random bytes and a table row with 32 random bytes were planted first. The same search had to find both.',
    ],
  };
}

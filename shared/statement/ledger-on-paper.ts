import { inGroups } from '../ledger/checkpoint.ts';
import { figure, grouped, momentInWords, row, type StatementSection } from './figures.ts';
import { ledgerTableWords, vaultTableWords } from './inventory.ts';
import type { ReadStatement } from './statement-file.ts';

/** The ledger: where it stood when the statement was made, and what left the kiosk of it. */
export function ledgerSection({ ledger, settings }: ReadStatement): StatementSection {
  const { entries, head, verdict, kinds, pending, checkpoints } = ledger;
  const { last } = checkpoints;
  return {
    label: 'Ledger',
    rows: [
      row('Last entry', String(entries)),
      row('Ledger head', inGroups(head)),
      row(
        'Checked against itself',
        verdict.kind === 'holds'
          ? 'every entry and every signature was checked, and agrees'
          : `entry ${verdict.sequence} does not agree (${verdict.reason})`,
      ),
      row('Entries not written yet', grouped(pending)),
      row('Checkpoints on day sheets, shown or printed', grouped(checkpoints.onDaySheets)),
      row('Checkpoints for USB drives, written or tried', grouped(checkpoints.onStick)),
      row(
        'Last checkpoint',
        last === null
          ? 'none'
          : `${momentInWords(last.utc, settings.timeZone)}, ledger entry ${last.sequence}`,
      ),
      ...kinds.map((kind) => row(`Entries: ${kind.kind}`, grouped(kind.entries))),
    ],
    lines: [
      // Where none waited, the statement was given to nobody before its own entry was written.
      pending === 0
        ? 'This statement itself is a later entry.'
        : 'This statement’s own entry comes after the entries that are not written yet: until those are, it is not in the ledger.',
      'Saved to a USB drive without an entry, and not counted here: ledger exports, statistics, custody statements, health records, and answers of name searches.',
    ],
  };
}

/** Every table by its rows, and what free space and journals hold. */
export function tablesSections({ tables, databases }: ReadStatement): readonly StatementSection[] {
  return [
    {
      label: 'Tables of the vault, by rows',
      rows: tables.vault.map(({ table, rows }) => row(vaultTableWords[table], figure(rows, 'row', 'rows'))),
      lines: [],
    },
    {
      label: 'Tables of the ledger, by rows',
      rows: tables.ledger.map(({ table, rows }) => row(ledgerTableWords[table], figure(rows, 'row', 'rows'))),
      lines: [],
    },
    {
      label: 'Free space and journals of the databases',
      rows: databases.flatMap(({ file, bytes, fileBytes, pages, freePages, leftInFreePages, journal }) => [
        row(`File of the ${file}`, sizeInWords(bytes, fileBytes)),
        row(
          `Free pages of the ${file}`,
          `${grouped(freePages)} of ${grouped(pages)}; ${leftInFreePages === null ? 'not read' : `${grouped(leftInFreePages)} bytes other than zero`}`,
        ),
        row(
          `Journal of the ${file}`,
          `${grouped(journal.bytes)} bytes, ${grouped(journal.notZero)} other than zero`,
        ),
      ]),
      lines: [
        'Pages are as the database reads them. Journals are as the file system reads them. The figures were taken before the test row was planted.',
      ],
    },
  ];
}

function sizeInWords(bytes: number, fileBytes: number): string {
  return bytes === fileBytes
    ? `${grouped(fileBytes)} bytes, as many as its pages have`
    : `${grouped(fileBytes)} bytes, but its pages have ${grouped(bytes)}`;
}

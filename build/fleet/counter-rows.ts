import { certificatePin } from '../../shared/contract/printing/printer.ts';
import type { StaffRole } from '../../shared/contract/status.ts';
import { nearestWord } from '../../shared/nearest-word.ts';
import { parsePrinterAddress } from '../../shared/printing/address.ts';
import { hostName, kioskName } from '../../shared/provisioning/manifest.ts';
import { LEAST_SUPERVISORS } from '../../shared/provisioning/roster.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { STAFF_NAME_MAXIMUM, staffNameKey, staffNameOf } from '../../shared/staff/staff-name.ts';
import { type Cell, type CsvFault, readCsv } from './csv.ts';

/** The card printer of a counter. */
export interface CounterPrinter {
  readonly address: string;
  /** SHA-256 of its certificate, lower-case hexadecimal; null: it has none. */
  readonly certificate: string | null;
}

/** One counter, as a row of the table says it. */
export interface CounterRow {
  readonly kiosk: string;
  readonly host: string;
  /** Empty: it brings no first staff. */
  readonly staff: readonly { readonly name: string; readonly role: StaffRole }[];
  readonly printer: CounterPrinter | null;
}

const COLUMNS = [
  ...['kiosk', 'host', 'supervisors', 'clerks', 'it', 'printer-address', 'printer-certificate'],
] as const;
const NEEDED: readonly string[] = ['kiosk', 'host', 'supervisors', 'clerks'];

/** The columns with people in them; several are separated by semicolons. */
const PEOPLE: readonly (readonly [column: string, role: StaffRole])[] = [
  ['supervisors', 'supervisor'],
  ['clerks', 'clerk'],
  ['it', 'it'],
];

/** How large the file of a table may be: many times two hundred lines of names. */
export const MOST_CSV_BYTES = 1024 * 1024;

const MOST_CHARACTERS = `of ${STAFF_NAME_MAXIMUM} characters at most`;

type Refuse = (cell: Cell, what: string) => void;

/** Reads the table of counters. The error: everything that is wrong with it, in the order of its lines. */
export function readCounterRows(text: string): Result<readonly CounterRow[], readonly CsvFault[]> {
  const { rows, faults } = readCsv(text);
  const found: CsvFault[] = [...faults];
  const refuse: Refuse = ({ line, column }, what) => void found.push({ line, column, what });
  const [heading = [], ...body] = rows;
  const columns = heading.map((cell) => columnOf(cell, heading, refuse));
  const [first] = heading;
  for (const name of NEEDED)
    if (!columns.includes(name)) refuse(first ?? START, `the heading lacks the column “${name}”`);
  if (first !== undefined && body.length === 0) refuse(first, 'no counter stands below the heading');
  const seen = new Map<string, Cell>();
  const counters = body.map((cells) => rowOf(cells, columns, refuse, seen));
  if (found.length > 0)
    return err(found.toSorted((one, other) => one.line - other.line || one.column - other.column));
  return ok(counters);
}

const START: Cell = { line: 1, column: 1, text: '' };

function columnOf(cell: Cell, heading: readonly Cell[], refuse: Refuse): string {
  const name = cell.text.toLowerCase();
  if (!COLUMNS.some((known) => known === name)) {
    const nearest = nearestWord(name, COLUMNS);
    const meant = nearest === null ? '' : ` Did you mean “${nearest}”?`;
    refuse(cell, `“${cell.text}” is no column that is known: ${COLUMNS.join(', ')}.${meant}`);
  } else if (heading.findIndex((each) => each.text.toLowerCase() === name) < heading.indexOf(cell)) {
    refuse(cell, `the column “${name}” stands twice`);
  }
  return name;
}

function rowOf(
  cells: readonly Cell[],
  columns: readonly string[],
  refuse: Refuse,
  seen: Map<string, Cell>,
): CounterRow {
  const [first = START] = cells;
  const surplus = cells[columns.length];
  if (surplus !== undefined) refuse(surplus, 'the row has more cells than the heading');
  // A cell that a spreadsheet left out is an empty one; a fault of it is told where its row begins.
  const cellOf = (column: string): Cell => cells[columns.indexOf(column)] ?? { ...first, text: '' };
  const unique = (cell: Cell, column: string): void => {
    const key = `${column} ${cell.text.toLowerCase()}`;
    const before = seen.get(key);
    if (before !== undefined) refuse(cell, `${column}: “${cell.text}” stands in line ${before.line} as well`);
    else seen.set(key, cell);
  };
  const kiosk = cellOf('kiosk');
  if (!kioskName.safeParse(kiosk.text, { jitless: true }).success)
    refuse(kiosk, `kiosk: takes a name as it is to stand on receipts, ${MOST_CHARACTERS}`);
  else unique(kiosk, 'kiosk');
  const host = cellOf('host');
  if (!hostName.safeParse(host.text.toLowerCase(), { jitless: true }).success)
    refuse(host, 'host: takes the name of a computer as hostname prints it, such as counter-017');
  else unique(host, 'host');
  return {
    kiosk: kiosk.text,
    host: host.text.toLowerCase(),
    staff: staffOf(cellOf, refuse),
    printer: printerOf(cellOf, refuse),
  };
}

function staffOf(cellOf: (column: string) => Cell, refuse: Refuse): CounterRow['staff'] {
  const staff: { readonly name: string; readonly role: StaffRole }[] = [];
  for (const [column, role] of PEOPLE) {
    const cell = cellOf(column);
    for (const typed of cell.text.split(';').map((each) => each.trim())) {
      if (typed === '') continue;
      const name = staffNameOf(typed);
      if (!name.ok) refuse(cell, `${column}: “${typed}” is no name that a screen can show`);
      else if (name.value.length > STAFF_NAME_MAXIMUM)
        refuse(cell, `${column}: “${typed}” is too long: takes a name ${MOST_CHARACTERS}`);
      else if (staff.some((other) => staffNameKey(other.name) === staffNameKey(name.value)))
        refuse(cell, `${column}: “${typed}” stands twice in this row`);
      else staff.push({ name: name.value, role });
    }
  }
  const supervisors = staff.filter(({ role }) => role === 'supervisor').length;
  if (staff.length > 0 && supervisors < LEAST_SUPERVISORS)
    refuse(
      cellOf('supervisors'),
      `supervisors: takes at least ${LEAST_SUPERVISORS} names, separated by semicolons, because some acts take two people`,
    );
  return staff;
}

function printerOf(cellOf: (column: string) => Cell, refuse: Refuse): CounterPrinter | null {
  const [address, shown] = [cellOf('printer-address'), cellOf('printer-certificate')];
  // As openssl prints it, and as a printer's panel shows it.
  const certificate = shown.text
    .replace(/^sha256 fingerprint=/i, '')
    .replace(/[\s:]/g, '')
    .toLowerCase();
  if (address.text === '') {
    if (certificate !== '') refuse(shown, 'printer-certificate: there is no printer-address in this row');
    return null;
  }
  const target = parsePrinterAddress(address.text);
  if (!target.ok) {
    refuse(
      address,
      target.error === 'host-name'
        ? 'printer-address: takes a number address: no kiosk asks a name server'
        : 'printer-address: takes an address such as ipps://192.0.2.17/ipp/print',
    );
    return null;
  }
  if (certificate !== '' && !certificatePin.safeParse(certificate, { jitless: true }).success)
    refuse(shown, 'printer-certificate: takes a SHA-256 fingerprint, 64 hexadecimal digits');
  else if (target.value.tls !== null && certificate === '')
    refuse(shown, 'printer-certificate: a printer at ipps:// is known by the SHA-256 of its certificate');
  else if (target.value.tls === null && certificate !== '')
    refuse(shown, 'printer-certificate: only a printer at ipps:// shows one');
  return { address: address.text, certificate: certificate === '' ? null : certificate };
}

import { figure, row, type StatementSection } from './figures.ts';
import { fileWords, placeWords, unknownFileWords } from './inventory.ts';
import type { Statement, StatementPlace } from './statement.ts';

/** So many unknown files of a place stand on paper; the file of the statement has more. */
const MOST_ON_PAPER = 40;

const LOOKS: Readonly<Record<StatementPlace['look'], string>> = {
  searched: 'searched',
  'in-part': 'searched in part',
  listed: 'listed by name and size; no file was opened',
  'not-allowed': 'not searched: this program may not read it',
  'not-there': 'not searched: it is not there now',
  none: 'this kiosk has none',
};

/** One section for the folders, and one for what does not belong in them. */
export function filesSections({ places }: Statement): readonly StatementSection[] {
  const unknown = places.flatMap((place) => unknownIn(place));
  const count = places.reduce((sum, place) => sum + place.unknown.files, 0);
  const more = count - Math.min(unknown.length, MOST_ON_PAPER);
  return [
    {
      label: 'Files of this kiosk, by kind',
      rows: places.flatMap(rowsOf),
      lines: [],
    },
    {
      label: 'Files in its folders that this kiosk did not make',
      rows: unknown.slice(0, MOST_ON_PAPER),
      lines: [
        count === 0
          ? 'The search found none.'
          : `The search found ${count}. A backup, an old copy, or a file that somebody put there is listed here by its kind.`,
        ...(more > 0 && count > 0 ? [`${more} more are not on this paper.`] : []),
      ],
    },
  ];
}

function rowsOf(place: StatementPlace): StatementSection['rows'] {
  const { path, look, known, unreadable, passedOver } = place;
  const name = placeWords[place.place];
  const counts = known.map(({ kind, files, bytes }) =>
    row(
      `${name}: ${fileWords[kind]}`,
      `${figure(files, 'file', 'files')}, ${figure(bytes, 'byte', 'bytes')}`,
    ),
  );
  return [
    row(name, path === null ? LOOKS[look] : `${path}: ${LOOKS[look]}`.slice(0, 400)),
    ...counts,
    ...(unreadable === 0 ? [] : [row(`${name}: could not be read`, figure(unreadable, 'file', 'files'))]),
    ...(passedOver === 0
      ? []
      : [row(`${name}: others’, passed over`, figure(passedOver, 'entry', 'entries'))]),
  ];
}

function unknownIn({ place, unknown }: StatementPlace): StatementSection['rows'] {
  return unknown.listed.map(({ kind, bytes, day }) =>
    row(
      placeWords[place],
      `${unknownFileWords[kind]}, ${figure(bytes, 'byte', 'bytes')}, last changed ${day}`,
    ),
  );
}

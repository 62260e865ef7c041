import { figure, grouped, row, type StatementSection } from './figures.ts';
import {
  fileWords,
  placeWords,
  type UnknownFileKind,
  unknownFileKinds,
  unknownFileWords,
} from './inventory.ts';
import type { StatementPlace } from './statement.ts';
import type { ReadStatement } from './statement-file.ts';

/** So many unknown files of a place stand on paper one by one; the file of the statement has more. */
const MOST_ON_PAPER = 40;

const LOOKS: Readonly<Record<StatementPlace['look'], string>> = {
  searched: 'searched',
  'in-part': 'searched in part',
  'not-searched': 'not searched: it is another account’s',
  'not-allowed': 'not searched: this program may not read it',
  'not-there': 'not searched: it is not there now',
  none: 'this kiosk has none',
};

/** One section for the folders, and one for what does not belong in them. */
export function filesSections({ places }: ReadStatement): readonly StatementSection[] {
  const unknown = unknownFileKinds.flatMap((kind) => places.flatMap((place) => unknownIn(place, kind)));
  const count = places.reduce((sum, place) => sum + place.unknown.files, 0);
  const more = count - Math.min(unknown.length, MOST_ON_PAPER);
  return [
    {
      label: 'Files of this kiosk, by kind',
      rows: places.flatMap(rowsOf),
      lines: [],
    },
    {
      label: 'Files in these folders that this kiosk did not make',
      rows: [...places.flatMap(kindsIn), ...unknown.slice(0, MOST_ON_PAPER)],
      lines: [
        count === 0
          ? 'The search found none.'
          : `The search found ${grouped(count)}. A backup, an old copy, a file that somebody put there, or one of another program is listed here by its kind.`,
        ...(more > 0 && count > 0
          ? [`${grouped(more)} more are counted here by kind, and are not listed one by one.`]
          : []),
      ],
    },
  ];
}

function rowsOf(place: StatementPlace): StatementSection['rows'] {
  const { path, look, known, unreadable, passedOver, notOpened } = place;
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
    ...(notOpened === 0 ? [] : [row(`${name}: too many, not opened`, figure(notOpened, 'entry', 'entries'))]),
    ...(passedOver === 0
      ? []
      : [row(`${name}: of other accounts, passed over`, figure(passedOver, 'entry', 'entries'))]),
  ];
}

function kindsIn({ place, unknown }: StatementPlace): StatementSection['rows'] {
  return unknown.kinds.map(({ kind, files }) =>
    row(`${placeWords[place]}: ${unknownFileWords[kind]}`, figure(files, 'file', 'files')),
  );
}

function unknownIn({ place, unknown }: StatementPlace, of: UnknownFileKind): StatementSection['rows'] {
  return unknown.listed
    .filter(({ kind }) => kind === of)
    .map(({ kind, bytes, day }) =>
      row(
        placeWords[place],
        `${unknownFileWords[kind]}, ${figure(bytes, 'byte', 'bytes')}, last changed ${day}`,
      ),
    );
}

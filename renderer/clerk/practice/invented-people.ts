import { type TypedTexts, textsFrom } from '../../../shared/application/answers.ts';
import { addYears } from '../../../shared/application/birth-date.ts';
import { type FieldUse, fields } from '../../../shared/application/fields.ts';
import type { CalendarDate } from '../../../shared/calendar.ts';
import type { DrawnFace } from '../../photo/paint-face.ts';

/** Somebody to practice with. By an age and not by a birth date, so that a minor stays one. */
interface InventedPerson {
  readonly name: string;
  /** In completed years; null: whoever is only just old enough. */
  readonly age: number | null;
  readonly gender: string;
  readonly chosenName: string;
  readonly libraryNumber: string;
  readonly emergencyName: string;
  readonly emergencyPhone: string;
  readonly face: DrawnFace;
}

type FaceColors = Omit<DrawnFace, 'wears'>;

const FAIR: FaceColors = { skin: '#EBC3A2', shade: '#CB9B7A', hair: '#B9B4AC', cloth: '#6B3448' };
const TAN: FaceColors = { skin: '#D9A178', shade: '#B9805E', hair: '#4A2E20', cloth: '#34506B' };
const BROWN: FaceColors = { skin: '#9C6B48', shade: '#7C5236', hair: '#1B1614', cloth: '#B9772F' };
const LIGHT: FaceColors = { skin: '#E8BE94', shade: '#C69A70', hair: '#1E1A1A', cloth: '#2F6B57' };

/** No phone number of anybody begins with 555-01: those are kept free for stories. */
const phone = (end: number): string => `555 01${end}`;

/** Nobody lives who has such a name: short and long, one name alone, several scripts, minors and seniors. */
const PEOPLE: readonly InventedPerson[] = [
  {
    ...{ name: 'Wilhelmina Practice-Featherstone', age: 36, gender: 'woman', chosenName: 'Mina' },
    ...{ libraryNumber: '00000000000011', emergencyName: 'Barnaby Practice', emergencyPhone: phone(23) },
    face: { ...TAN, wears: 'short' },
  },
  {
    ...{ name: 'Pim Trialboat', age: 9, gender: '', chosenName: '', libraryNumber: '' },
    ...{ emergencyName: 'Ottoline Trialboat', emergencyPhone: phone(24) },
    face: { ...FAIR, hair: '#8A5A2B', wears: 'short' },
  },
  {
    ...{ name: 'Quentin', age: 41, gender: 'man', chosenName: '', libraryNumber: '' },
    ...{ emergencyName: '', emergencyPhone: '' },
    face: { ...BROWN, wears: 'short' },
  },
  {
    ...{ name: 'Александра Учебная-Примерова', age: 68, gender: 'женщина', chosenName: '' },
    ...{ libraryNumber: '00000000000028', emergencyName: '', emergencyPhone: '' },
    face: { ...FAIR, wears: 'bun' },
  },
  {
    ...{ name: '练习某', age: 22, gender: '男', chosenName: 'Lianxi', libraryNumber: '' },
    ...{ emergencyName: '样本某', emergencyPhone: phone(25) },
    face: { ...LIGHT, wears: 'short' },
  },
  {
    ...{ name: 'Maximiliana-Theodora van der Übungsfeld-Beispielhausen', age: 87, gender: '' },
    ...{ chosenName: '', libraryNumber: '', emergencyName: '', emergencyPhone: '' },
    face: { ...FAIR, cloth: '#7A5B93', wears: 'bun' },
  },
  {
    ...{ name: 'تمرين المثالي', age: 30, gender: 'أنثى', chosenName: 'Tamrin', libraryNumber: '' },
    ...{ emergencyName: '', emergencyPhone: '' },
    face: { ...TAN, cloth: '#7A5B93', wears: 'scarf' },
  },
  {
    ...{ name: 'Ximena Ensayo Ñúñez', age: null, gender: '', chosenName: 'Xime', libraryNumber: '' },
    ...{ emergencyName: 'Teodoro Ensayo', emergencyPhone: phone(26) },
    face: { ...BROWN, cloth: '#6B3448', wears: 'long' },
  },
];

/** The same for everybody. */
const ALIKE = { height: '5 ft 7 in', eyeColor: 'brown', languages: 'English', medicalNote: 'Practice' };

/** The people that a programme could give a card to. `minimumAge`: in completed years. */
function oldEnough(minimumAge: number): readonly InventedPerson[] {
  return PEOPLE.filter(({ age }) => age === null || age >= minimumAge);
}

/** Whose birthday this was a month ago, so that tomorrow nothing is another age. */
function bornFor(age: number, today: CalendarDate): CalendarDate {
  const month = today.month === 1 ? 12 : today.month - 1;
  // A day that every month has.
  const day = Math.min(today.day, 28);
  const thisYear = { year: today.month === 1 ? today.year - 1 : today.year, month, day };
  return addYears(thisYear, -age);
}

/** As much of a programme as an invented person has to fit. */
interface AskingProgramme {
  readonly fields: readonly FieldUse[];
  readonly minimumAgeYears: number;
}

/** What is typed for the `turn`th invented person, by today's date; where the programme lists what it takes, one of that. */
export function inventedAnswers(
  turn: number,
  today: CalendarDate,
  { fields: asked, minimumAgeYears }: AskingProgramme,
): TypedTexts {
  const { age, face: _, ...texts } = nth(turn, minimumAgeYears);
  const { year, month, day } = bornFor(age ?? minimumAgeYears, today);
  const two = (value: number): string => String(value).padStart(2, '0');
  const listed = asked.flatMap(({ field, choices }) => {
    const choice = choices?.[turn % choices.length];
    return choice === undefined ? [] : fields[field].inputs.map((input) => [input, choice.en] as const);
  });
  return textsFrom({
    ...ALIKE,
    ...texts,
    ...{ birthYear: String(year), birthMonth: two(month), birthDay: two(day) },
    ...Object.fromEntries(listed),
  });
}

/** The face of whoever has this name; of the first one, where somebody else was typed. */
export function inventedFace(name: string): DrawnFace {
  const [first] = PEOPLE;
  const person = PEOPLE.find((each) => each.name === name) ?? first;
  if (person === undefined) throw new Error('nobody is invented');
  return person.face;
}

function nth(turn: number, minimumAge: number): InventedPerson {
  const people = oldEnough(minimumAge);
  const person = people[turn % people.length];
  if (person === undefined) throw new Error('nobody is old enough');
  return person;
}

import type { TypedApplication } from '../../../build/kiosk/clerk.ts';

/** Invented people; nobody here lives. The first has every field, the others what the law of averages gives. */
export const WILHELMINA = {
  name: 'Wilhelmina Featherstone-Okonkwo',
  birthDay: '14',
  birthMonth: '03',
  birthYear: '1990',
  gender: 'woman',
  chosenName: 'Mina Featherstone',
  libraryNumber: '2904 1177 3302',
  emergencyName: 'Barnaby Quillfeather',
  emergencyPhone: '555 0142 778',
} as const satisfies TypedApplication;

export const TEODORO = {
  name: 'Teodoro Vantongeren',
  birthDay: '02',
  birthMonth: '11',
  birthYear: '1957',
} as const satisfies TypedApplication;

const FIRST = ['Ottoline', 'Bartholomew', 'Ximena', 'Ngozi', 'Leopold', 'Saoirse', 'Tarquin', 'Yevgenia'];
const LAST = ['Marchbanks', 'Oyelaran-Finch', 'Zapatero', 'Thistlewood', 'Quan', 'Abernathy', 'Drăgulescu'];

function nth(list: readonly string[], index: number): string {
  return list[index % list.length] ?? '';
}

/** The `index`th of a long queue: another name and birth date each time, every third with an emergency contact. */
export function personInQueue(index: number): TypedApplication {
  const two = (value: number): string => String(value).padStart(2, '0');
  return {
    name: `${nth(FIRST, index)} ${nth(LAST, Math.floor(index / FIRST.length) + index)}`,
    birthDay: two(1 + ((index * 7) % 28)),
    birthMonth: two(1 + ((index * 5) % 12)),
    birthYear: String(1940 + ((index * 11) % 70)),
    ...(index % 3 === 0
      ? { emergencyName: nth(LAST, index + 3), emergencyPhone: `555 0${100 + index} 233` }
      : {}),
  };
}

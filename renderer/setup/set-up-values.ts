import { findForbiddenCharacter } from '../../shared/application/characters.ts';
import { STAFF_NAME_MAXIMUM, staffNameKey, staffNameOf } from '../../shared/staff/staff-name.ts';
import {
  isTheSame,
  type NewPassphraseProblem,
  newPassphraseProblem,
} from '../parts/passphrase/new-passphrase.ts';

/** What is typed at the first run. */
export interface SetUpValues {
  readonly kioskName: string;
  readonly supervisorName: string;
  readonly supervisorPassphrase: string;
  readonly supervisorAgain: string;
  readonly secondName: string;
  readonly secondPassphrase: string;
  readonly secondAgain: string;
  readonly clerkName: string;
  readonly clerkPassphrase: string;
  readonly clerkAgain: string;
}

export type SetUpField = keyof SetUpValues;

/** The first people, in the order in which they are asked for. `second`: the other supervisor. */
export const firstPeople = ['supervisor', 'second', 'clerk'] as const;
export type FirstPerson = (typeof firstPeople)[number];

/** How hard their passphrases are to guess, from 0 to 4; `null` while that is not judged. */
export type Strengths = Readonly<Record<FirstPerson, number | null>>;

export const emptySetUp: SetUpValues = {
  kioskName: '',
  supervisorName: '',
  supervisorPassphrase: '',
  supervisorAgain: '',
  secondName: '',
  secondPassphrase: '',
  secondAgain: '',
  clerkName: '',
  clerkPassphrase: '',
  clerkAgain: '',
};

export type SetUpProblemKind =
  | NewPassphraseProblem
  | 'name-too-long'
  | 'unusable-name'
  | 'not-the-same'
  | 'same-name';

export interface SetUpProblem {
  readonly field: SetUpField;
  readonly kind: SetUpProblemKind;
}

function nameProblem(name: string): SetUpProblemKind | null {
  if (name.trim() === '') return 'empty';
  return name.trim().length > STAFF_NAME_MAXIMUM ? 'name-too-long' : null;
}

/** A desk may be called "Desk #2", but not by characters that nobody sees. */
function kioskNameProblem(name: string): SetUpProblemKind | null {
  const forbidden = findForbiddenCharacter(name.trim());
  const unusable = forbidden !== null && forbidden.reason !== 'symbol';
  return nameProblem(name) ?? (unusable ? 'unusable-name' : null);
}

function staffNameProblem(name: string): SetUpProblemKind | null {
  return nameProblem(name) ?? (staffNameOf(name).ok ? null : 'unusable-name');
}

/** Every problem, in the order of the fields. */
export function problemsOf(values: SetUpValues, strengths: Strengths): readonly SetUpProblem[] {
  const again = (typed: string, second: string) => (isTheSame(typed, second) ? null : 'not-the-same');
  // Signing in goes by name: two people of one name could not be told apart.
  const isTaken = (who: FirstPerson): boolean =>
    firstPeople
      .slice(0, firstPeople.indexOf(who))
      .some((other) => staffNameKey(values[`${other}Name`]) === staffNameKey(values[`${who}Name`]));
  const found: readonly (readonly [SetUpField, SetUpProblemKind | null])[] = [
    ['kioskName', kioskNameProblem(values.kioskName)],
    ...firstPeople.flatMap((who): readonly (readonly [SetUpField, SetUpProblemKind | null])[] => {
      const [name, passphrase] = [values[`${who}Name`], values[`${who}Passphrase`]];
      return [
        [`${who}Name`, staffNameProblem(name) ?? (isTaken(who) ? 'same-name' : null)],
        [`${who}Passphrase`, newPassphraseProblem(passphrase, strengths[who])],
        [`${who}Again`, again(passphrase, values[`${who}Again`])],
      ];
    }),
  ];
  return found.flatMap(([field, kind]) => (kind === null ? [] : [{ field, kind }]));
}

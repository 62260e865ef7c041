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
  readonly clerkName: string;
  readonly clerkPassphrase: string;
  readonly clerkAgain: string;
}

export type SetUpField = keyof SetUpValues;

/** The first two people. */
export type FirstPerson = 'supervisor' | 'clerk';

/** How hard their passphrases are to guess, from 0 to 4; `null` while that is not judged. */
export type Strengths = Readonly<Record<FirstPerson, number | null>>;

export const emptySetUp: SetUpValues = {
  kioskName: '',
  supervisorName: '',
  supervisorPassphrase: '',
  supervisorAgain: '',
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
  const sameName = staffNameKey(values.clerkName) === staffNameKey(values.supervisorName);
  const again = (typed: string, second: string) => (isTheSame(typed, second) ? null : 'not-the-same');
  const found: readonly (readonly [SetUpField, SetUpProblemKind | null])[] = [
    ['kioskName', kioskNameProblem(values.kioskName)],
    ['supervisorName', staffNameProblem(values.supervisorName)],
    ['supervisorPassphrase', newPassphraseProblem(values.supervisorPassphrase, strengths.supervisor)],
    ['supervisorAgain', again(values.supervisorPassphrase, values.supervisorAgain)],
    // Signing in goes by name: two people of one name could not be told apart.
    ['clerkName', staffNameProblem(values.clerkName) ?? (sameName ? 'same-name' : null)],
    ['clerkPassphrase', newPassphraseProblem(values.clerkPassphrase, strengths.clerk)],
    ['clerkAgain', again(values.clerkPassphrase, values.clerkAgain)],
  ];
  return found.flatMap(([field, kind]) => (kind === null ? [] : [{ field, kind }]));
}

import { PASSPHRASE_MAXIMUM, PASSPHRASE_MINIMUM, STAFF_NAME_MAXIMUM } from '../../shared/contract/screen.ts';

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
  | 'empty'
  | 'name-too-long'
  | 'too-short'
  | 'too-long'
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

function passphraseProblem(passphrase: string): SetUpProblemKind | null {
  if (passphrase === '') return 'empty';
  if (passphrase.length < PASSPHRASE_MINIMUM) return 'too-short';
  return passphrase.length > PASSPHRASE_MAXIMUM ? 'too-long' : null;
}

/** Every problem, in the order of the fields. */
export function problemsOf(values: SetUpValues): readonly SetUpProblem[] {
  const sameName = values.clerkName.trim() === values.supervisorName.trim();
  const found: readonly (readonly [SetUpField, SetUpProblemKind | null])[] = [
    ['kioskName', nameProblem(values.kioskName)],
    ['supervisorName', nameProblem(values.supervisorName)],
    ['supervisorPassphrase', passphraseProblem(values.supervisorPassphrase)],
    ['supervisorAgain', values.supervisorAgain === values.supervisorPassphrase ? null : 'not-the-same'],
    // Signing in goes by name: two people of one name could not be told apart.
    ['clerkName', nameProblem(values.clerkName) ?? (sameName ? 'same-name' : null)],
    ['clerkPassphrase', passphraseProblem(values.clerkPassphrase)],
    ['clerkAgain', values.clerkAgain === values.clerkPassphrase ? null : 'not-the-same'],
  ];
  return found.flatMap(([field, kind]) => (kind === null ? [] : [{ field, kind }]));
}

import { useState } from 'react';
import { type NewPassphrase, useNewPassphrase } from '../parts/passphrase/use-new-passphrase.ts';
import {
  type CodeProblem,
  codeProblem,
  type NameProblem,
  nameProblem,
  type TypedPerson,
} from './recovery-values.ts';

export type PersonsPlace = 'first' | 'second';

/** One of the two people who use recovery codes, as far as they have typed. */
export interface NewSupervisor {
  readonly place: PersonsPlace;
  readonly typed: TypedPerson;
  readonly passphrase: NewPassphrase;
  readonly problems: { readonly code: CodeProblem | null; readonly name: NameProblem | null };
  /** The id of the first field that has to be mended, or null. */
  readonly firstProblem: string | null;
  type(changes: Partial<TypedPerson>): void;
}

/** The ids of a person's fields. */
export function fieldIds(place: PersonsPlace) {
  return { code: `${place}-code`, name: `${place}-name`, passphrase: `${place}-passphrase` } as const;
}

/** `before`: the person who comes first, or null. */
export function useNewSupervisor(
  place: PersonsPlace,
  kioskName: string,
  before: NewSupervisor | null,
): NewSupervisor {
  const [typed, setTyped] = useState<TypedPerson>({ code: '', name: '' });
  const passphrase = useNewPassphrase([typed.name, kioskName]);
  const other = before?.typed ?? null;
  const problems = { code: codeProblem(typed, other), name: nameProblem(typed, other) };
  const ids = fieldIds(place);
  const firstProblem =
    problems.code !== null
      ? ids.code
      : problems.name !== null
        ? ids.name
        : passphrase.ready
          ? null
          : passphrase.problem === null
            ? `${ids.passphrase}-again`
            : ids.passphrase;
  return {
    ...{ place, typed, passphrase, problems, firstProblem },
    type: (changes) => setTyped((now) => ({ ...now, ...changes })),
  };
}

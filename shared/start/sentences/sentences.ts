import type { StartProblem } from '../start-problem.ts';

/** What is said of a problem, without whom to call. The last is for IT: a path, a value, a reason. */
export type Sentences = readonly [title: string, happened: string, todo: string, details?: string];

/** Problems of these kinds. */
export type Of<Kind extends StartProblem['kind']> = Extract<StartProblem, { readonly kind: Kind }>;

/** Where to look, for whoever is on the phone. The path is last: nothing after it can be taken for a part of it. */
export function at(path: string, reason?: string): string {
  return reason === undefined ? `Path: ${path}` : `Reason: ${reason}. Path: ${path}`;
}

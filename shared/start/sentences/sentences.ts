import type { StartProblem } from '../start-problem.ts';

/** What is said of a problem, without whom to call. The last is for IT: a path, a value, a reason. */
export type Sentences = readonly [title: string, happened: string, todo: string, details?: string];

/** Problems of these kinds. */
export type Of<Kind extends StartProblem['kind']> = Extract<StartProblem, { readonly kind: Kind }>;

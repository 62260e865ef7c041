import type { StatementPaper } from '../contract/paper.ts';

/** The first line of a statement whose search did not find what was planted to test it. */
export const VOID =
  'VOID: the search did not find what was planted to test it. What follows about files and tables proves nothing. Make the statement again.';

/** Whether a statement in words says of itself that it proves nothing. */
export function isVoid({ lines }: Pick<StatementPaper, 'lines'>): boolean {
  return lines[0] === VOID;
}

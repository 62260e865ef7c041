import { LONGEST_LINE, NOT_ON_A_LINE } from '../shared/contract/paper.ts';

/** A text of somebody else's for one line of a terminal: with a line end or a command to the terminal it could say what we say. */
export function onOneLine(text: string, most = LONGEST_LINE): string {
  const characters = [...text.replace(NOT_ON_A_LINE, '')];
  return characters.length > most ? `${characters.slice(0, most).join('')}…` : characters.join('');
}

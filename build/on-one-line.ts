import { NOT_ON_A_LINE } from '../shared/contract/paper.ts';

/** Longer than a name; what somebody writes into one to fill a screen is cut off. */
const LONGEST_NAME = 80;

/**
 * A name out of a file that anybody may have written, to stand between quotes in a sentence of a command: without line ends, without
 * what a terminal obeys, without those quotes, and not long.
 */
export function onOneLine(name: string): string {
  return [...name.replace(NOT_ON_A_LINE, '').replace(/[“”]/g, '')].slice(0, LONGEST_NAME).join('');
}

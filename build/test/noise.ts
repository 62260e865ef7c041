import { stripVTControlCharacters } from 'node:util';

/** A frame of a stack, of ours or of Node: what was expected to fail has no stack to show. */
const FRAME = /^\s+at .+:\d+:\d+\)?( \{)?$/;
/**
 * Chromium's own log, which complains of a bus that no kiosk has; and npm's of engines. At the beginning of a line only: the title of
 * a test may quote it.
 */
const OF_OTHERS = /^\s*(?:\[\d+:\d+\/[\d.]+:(?:ERROR|WARNING|INFO):|npm \w+ EBADENGINE)/;

/**
 * Lines that a run in which everything passed should not have printed: whoever reads a quiet log sees what is wrong in it.
 * For a failed run this says nothing: there a stack belongs to what failed.
 */
export function noiseIn(output: string): readonly string[] {
  return stripVTControlCharacters(output)
    .split('\n')
    .filter((line) => FRAME.test(line) || OF_OTHERS.test(line));
}

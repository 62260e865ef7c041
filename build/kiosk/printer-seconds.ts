import { err, ok, type Result } from '../../shared/result.ts';

/** The same bounds as the printer's own contract; a test holds the two together. */
const MOST_SECONDS_PER_FACE = 60;

/** Seconds that the built-in printer takes for a face: as told, or as usual. The error: a sentence. */
export function readPrinterSeconds(told: string | null, usual: number): Result<number, string> {
  if (told === null) return ok(usual);
  const seconds = Number(told);
  return seconds >= 0 && seconds <= MOST_SECONDS_PER_FACE
    ? ok(seconds)
    : err(
        `COUNTERFOIL_PRINTER_SECONDS takes a number of seconds from 0 to ${MOST_SECONDS_PER_FACE}, not “${told}”.`,
      );
}

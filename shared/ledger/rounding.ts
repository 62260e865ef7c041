/** The step between figures with two significant digits at the size of `figure`: 1 up to 99, 10 up to 999, … */
function stepAt(figure: number): number {
  let step = 1;
  while (figure > 99 * step) step *= 10;
  return step;
}

/**
 * Rounds a figure up to two significant digits: 0 to 99 stay, 101 becomes 110, 12,345 becomes 13,000. Up, so
 * that a figure never claims less than there was: one hit is never rounded away. An exact figure (1,234,567
 * bytes) on a printed receipt would name the one entry that has it; the rounded one is shared by many.
 * @throws on anything but a whole number from 0 to the greatest safe integer that is itself round.
 */
export function roundFigure(exact: number): number {
  if (!Number.isSafeInteger(exact) || exact < 0) throw new Error('a figure is a whole number from 0');
  const step = stepAt(exact);
  const rounded = Math.ceil(exact / step) * step;
  if (!Number.isSafeInteger(rounded)) throw new Error('too large to round');
  return rounded;
}

/** Whether a whole number is one that `roundFigure` returns. */
export function isRoundFigure(figure: number): boolean {
  return figure % stepAt(figure) === 0;
}

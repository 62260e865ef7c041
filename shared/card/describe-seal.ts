import type { SealPart } from './designs/design.ts';
import type { Path, StrokesItem } from './face.ts';
import type { Seal } from './seals/seal.ts';

/** The finest line that a card printer holds: one dot at 300 dots per inch. */
export const FINEST_STROKE_MM = 25.4 / 300;

/** Above this a line is an area, and a copier copies it. */
const BOLDEST_STROKE_MM = 0.3;

/** A seal around its centre, in one colour, engraved: a large one has the lines of a small one, further apart. */
export function describeSeal(seal: Seal, part: SealPart, colour: string): readonly StrokesItem[] {
  const { xMm, yMm, radiusMm } = part;
  const scaled = (paths: readonly Path[]): readonly Path[] =>
    paths.map((path) => path.map(([x, y]): Path[number] => [xMm + x * radiusMm, yMm + y * radiusMm]));
  const strokes = (paths: readonly Path[], stroke: number): StrokesItem => ({
    kind: 'strokes',
    strokeMm: Math.min(BOLDEST_STROKE_MM, Math.max(FINEST_STROKE_MM, stroke * radiusMm)),
    colour,
    paths: scaled(paths),
  });
  return [strokes(seal.fine, seal.fineStroke), strokes(seal.bold, seal.boldStroke)];
}

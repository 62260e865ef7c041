import type { SealPart } from './designs/design.ts';
import type { Path, StrokesItem } from './face.ts';
import type { Seal } from './seals/seal.ts';

/** The finest line that a card printer holds: one dot at 300 dots per inch. */
export const FINEST_STROKE_MM = 25.4 / 300;

/** Above this a line is an area, and a copier copies it. */
const BOLDEST_STROKE_MM = 0.3;

/** The lines of a seal in their place, which no card changes: worked out once, and so the same arrays each time. */
interface PlacedSeal {
  readonly seal: Seal;
  readonly fine: readonly Path[];
  readonly bold: readonly Path[];
}
const placedSeals = new WeakMap<SealPart, PlacedSeal>();

function placed(seal: Seal, part: SealPart): PlacedSeal {
  const known = placedSeals.get(part);
  if (known?.seal === seal) return known;
  const { xMm, yMm, radiusMm } = part;
  const scaled = (paths: readonly Path[]): readonly Path[] =>
    paths.map((path) => path.map(([x, y]): Path[number] => [xMm + x * radiusMm, yMm + y * radiusMm]));
  const made = { seal, fine: scaled(seal.fine), bold: scaled(seal.bold) };
  placedSeals.set(part, made);
  return made;
}

/** A seal around its centre, in one colour, engraved: a large one has the lines of a small one, further apart. */
export function describeSeal(seal: Seal, part: SealPart, colour: string): readonly StrokesItem[] {
  const { fine, bold } = placed(seal, part);
  const strokes = (paths: readonly Path[], stroke: number): StrokesItem => ({
    kind: 'strokes',
    strokeMm: Math.min(BOLDEST_STROKE_MM, Math.max(FINEST_STROKE_MM, stroke * part.radiusMm)),
    colour,
    paths,
  });
  return [strokes(fine, seal.fineStroke), strokes(bold, seal.boldStroke)];
}

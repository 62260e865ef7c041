import type { StrokesItem } from './face.ts';

/** Where the fine lines run and how closely. */
export interface FineLineField {
  readonly widthMm: number;
  readonly heightMm: number;
  readonly colour: string;
  /** Mirrored on the back, so that both faces share the torn edge. */
  readonly isMirrored: boolean;
}

/** Points are this far apart; curves between them are smooth. */
const STEP_MM = 1.6;
const PITCH_MM = 1.15;
const BLEED_MM = 2;
/** One pixel at 300 dots per inch, the finest line a card printer holds. */
const STROKE_MM = 0.085;

/**
 * The quiet ground of both faces: waves that tighten and open like water in a harbour. Drawn as lines and not as
 * a tint, because a copier turns fine lines into a smear. Decoration only: it proves nothing.
 */
export function describeFineLines(field: FineLineField): StrokesItem {
  const { widthMm, heightMm } = field;
  const lines = Math.ceil((heightMm + 2 * BLEED_MM) / PITCH_MM);
  const points = Math.ceil((widthMm + 2 * BLEED_MM) / STEP_MM);
  const paths = Array.from({ length: lines + 1 }, (_, line) =>
    Array.from({ length: points + 1 }, (_, point): readonly [number, number] => {
      const along = -BLEED_MM + point * STEP_MM;
      const base = -BLEED_MM + line * PITCH_MM;
      const swell = 1.5 * Math.sin(along / 13.5 + line / 9) + 0.75 * Math.sin(along / 5.6 - line / 4.2);
      return [field.isMirrored ? widthMm - along : along, base + swell];
    }),
  );
  return { kind: 'strokes', strokeMm: STROKE_MM, colour: field.colour, paths };
}

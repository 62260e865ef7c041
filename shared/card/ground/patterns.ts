import { unreachable } from '../../result.ts';
import { type Box, WHOLE_SHEET } from '../card-size.ts';
import type { Path } from '../face.ts';

/** Waves that tighten and open like water in a harbour. */
export interface WavesPattern {
  readonly pattern: 'waves';
  readonly pitchMm: number;
}

/** Ribbons of strands that run across one another, like the rope-work around an old banknote. */
export interface InterlacePattern {
  readonly pattern: 'interlace';
  readonly pitchMm: number;
  readonly strands: number;
  readonly amplitudeMm: number;
  readonly lengthMm: number;
}

/** A guilloche rosette: curves around a centre, each turned a little against the one before. */
export interface RosettePattern {
  readonly pattern: 'rosette';
  readonly xMm: number;
  readonly yMm: number;
  readonly innerMm: number;
  readonly outerMm: number;
  readonly petals: number;
  readonly strands: number;
}

export type GroundPattern = WavesPattern | InterlacePattern | RosettePattern;

/** Points along a line are this far apart; curves between them are smooth. */
const STEP_MM = 1.6;

function along(box: Box, yAt: (xMm: number) => number, stepMm: number): Path {
  const points = Math.ceil(box.widthMm / stepMm);
  return Array.from({ length: points + 1 }, (_, point): Path[number] => {
    const xMm = box.xMm + (box.widthMm * point) / points;
    return [xMm, yAt(xMm)];
  });
}

function waves({ pitchMm }: WavesPattern): readonly Path[] {
  const lines = Math.ceil(WHOLE_SHEET.heightMm / pitchMm) + 2;
  return Array.from({ length: lines }, (_, index) => {
    const line = index - 1;
    const base = WHOLE_SHEET.yMm + line * pitchMm;
    return along(
      WHOLE_SHEET,
      (x) => base + 1.5 * Math.sin(x / 13.5 + line / 9) + 0.75 * Math.sin(x / 5.6 - line / 4.2),
      STEP_MM,
    );
  });
}

function interlace(pattern: InterlacePattern): readonly Path[] {
  const { pitchMm, strands, amplitudeMm, lengthMm } = pattern;
  const ribbons = Math.ceil(WHOLE_SHEET.heightMm / pitchMm) + 1;
  return Array.from({ length: ribbons * strands }, (_, index) => {
    const ribbon = Math.floor(index / strands);
    const phase = (2 * Math.PI * (index % strands)) / strands;
    const base = WHOLE_SHEET.yMm + ribbon * pitchMm;
    const turn = (ribbon % 2) * Math.PI;
    return along(
      WHOLE_SHEET,
      (x) => {
        const width = 0.62 + 0.38 * Math.cos((2 * Math.PI * x) / (lengthMm * 3) + turn);
        return base + amplitudeMm * width * Math.sin((2 * Math.PI * x) / lengthMm + phase);
      },
      lengthMm / 14,
    );
  });
}

function rosette(pattern: RosettePattern): readonly Path[] {
  const { xMm, yMm, innerMm, outerMm, petals, strands } = pattern;
  const middle = (innerMm + outerMm) / 2;
  const half = (outerMm - innerMm) / 2;
  const points = petals * 12;
  return Array.from({ length: strands }, (_, strand) => {
    const phase = (2 * Math.PI * strand) / strands;
    return Array.from({ length: points + 1 }, (__, point): Path[number] => {
      const angle = (2 * Math.PI * point) / points;
      const radius = middle + half * Math.sin(petals * angle + phase);
      return [xMm + radius * Math.cos(angle), yMm + radius * Math.sin(angle)];
    });
  });
}

/** The lines of a ground pattern. What reaches over the sheet, or over the area it is for, is cut by the caller. */
export function drawPattern(pattern: GroundPattern): readonly Path[] {
  switch (pattern.pattern) {
    case 'waves':
      return waves(pattern);
    case 'interlace':
      return interlace(pattern);
    case 'rosette':
      return rosette(pattern);
    default:
      return unreachable(pattern);
  }
}

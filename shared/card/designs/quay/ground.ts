import type { Box } from '../../card-size.ts';
import type { DesignPart } from '../design.ts';

/** Rope-work in the second colour, crossed by a wider weave in the accent. */
export function weave(within: Box): readonly DesignPart[] {
  return [
    {
      part: 'lines',
      pattern: { pattern: 'interlace', pitchMm: 4.4, strands: 4, amplitudeMm: 2.1, lengthMm: 16 },
      colour: { thin: 'second', share: 0.26 },
      within,
    },
    {
      part: 'lines',
      pattern: { pattern: 'interlace', pitchMm: 6.6, strands: 2, amplitudeMm: 3.6, lengthMm: 29 },
      colour: { thin: 'accent', share: 0.15 },
      within,
    },
  ];
}

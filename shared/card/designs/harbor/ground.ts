import { WHOLE_SHEET } from '../../card-size.ts';
import type { DesignPart } from '../design.ts';

/** White card and waves: what lies under everything on both faces. */
export const GROUND: readonly DesignPart[] = [
  { part: 'area', ...WHOLE_SHEET, colour: 'white', radiusMm: 0 },
  {
    part: 'lines',
    pattern: { pattern: 'waves', pitchMm: 1.15 },
    colour: { thin: 'accent', share: 0.2 },
    within: WHOLE_SHEET,
  },
];

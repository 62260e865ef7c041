import { readableOn, thin } from './colour.ts';
import type { DesignColour } from './designs/design.ts';

/** The ink of the product. */
export const INK = '#14213D';
export const BLACK = '#000000';

/** The colours of a design under a programme's accent, as #RRGGBB. */
export function coloursOf(accent: string, second: string): (colour: DesignColour) => string {
  const named = {
    black: BLACK,
    white: '#FFFFFF',
    ink: INK,
    accent,
    second,
    'on-accent': readableOn(accent),
  };
  return (colour) => (typeof colour === 'string' ? named[colour] : thin(named[colour.thin], colour.share));
}

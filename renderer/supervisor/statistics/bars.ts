import { scaleBand, scaleLinear } from 'd3-scale';
import type { Figure } from '../../../shared/statistics/hide-small.ts';

/** The drawing's own measure: it is stretched to the room that there is. */
export const BARS_WIDTH = 280;
export const BARS_HEIGHT = 56;
/** A hidden figure is flat: it says that it is hidden, and must not look like more than one that is told. */
const HIDDEN_HEIGHT = 4;
/** A zero that is told is still something to see. */
const LEAST_HEIGHT = 1;

/** One bar, in the drawing's own measure, from its top left corner. */
export interface Bar {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  readonly isHidden: boolean;
}

/** A bar for each figure. `highest`: the figure that is as high as the drawing, 1 at least. */
export function barsOf(figures: readonly Figure[], highest: number): readonly Bar[] {
  const across = scaleBand<number>()
    .domain(figures.map((_figure, index) => index))
    .range([0, BARS_WIDTH])
    .padding(0.2);
  const up = scaleLinear().domain([0, highest]).range([LEAST_HEIGHT, BARS_HEIGHT]);
  return figures.map((figure, index) => {
    const height = figure === null ? HIDDEN_HEIGHT : up(figure);
    return {
      x: across(index) ?? 0,
      y: BARS_HEIGHT - height,
      width: across.bandwidth(),
      height,
      isHidden: figure === null,
    };
  });
}

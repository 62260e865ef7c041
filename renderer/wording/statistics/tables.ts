import { t } from '@lingui/core/macro';
import { outcomes, spoilReasons } from '../../../shared/application/application-state.ts';
import type { Period } from '../../../shared/contract/statistics/statistics-acts.ts';
import type { Figure } from '../../../shared/statistics/hide-small.ts';
import { outcomeHeading, spoilReasonHeading } from './figures.ts';

/** A table of figures as it stands on the screen and on paper. */
export interface FiguresTable {
  readonly of: 'ended' | 'spoiled';
  readonly heading: string;
  /** In the order of the figures of a period. */
  readonly columns: readonly string[];
  readonly figuresOf: (period: Period) => readonly Figure[];
}

/** How applications ended, and why cards were spoiled. */
export function figuresTables(): readonly FiguresTable[] {
  return [
    {
      of: 'ended',
      heading: t({
        message: 'How applications ended',
        comment: 'Heading above a chart and a table of counts.',
      }),
      columns: outcomes.map(outcomeHeading),
      figuresOf: ({ ended }) => ended,
    },
    {
      of: 'spoiled',
      heading: t({
        message: 'Spoiled cards',
        comment: 'Heading above a chart and a table of counts: cards that came out wrong, by reason.',
      }),
      columns: spoilReasons.map(spoilReasonHeading),
      figuresOf: ({ spoiled }) => spoiled,
    },
  ];
}

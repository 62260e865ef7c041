import { type ReactNode, useEffect } from 'react';
import { unreachable } from '../../../shared/result.ts';
import { PrintStations } from '../../printer/print-stations.tsx';
import { useLastReached } from '../../printer/use-last-reached.ts';
import { useWizard } from '../wizard-context.ts';
import { CardQuestion } from './card-question.tsx';
import { MissingCard } from './missing-card.tsx';
import { NoCard } from './no-card.tsx';
import { NoneSeen } from './none-seen.tsx';
import { drawnWay } from './print-phase.ts';
import { PrintUnderWay } from './print-under-way.tsx';
import { SpoiledCard } from './spoiled-card.tsx';

/** Step 5: the card's way through the printer. The clerk need not wait for it. */
export function PrintStep(): ReactNode {
  const { application, goTo, printer, printing } = useWizard();
  const { tells } = printer;
  const { printStage: stage, printTroubles: troubles, printEnding: ending, state } = application;
  const lastReached = useLastReached(stage);
  useEffect(() => {
    if (stage === 'in-tray' && state === 'printed') goTo('hand-over');
  }, [stage, state, goTo]);

  // Spoiled without a word of how its print ended: nobody has seen it.
  if (state === 'spoiled') return printing.kind === 'none-seen' ? <MissingCard /> : <SpoiledCard />;
  const way = <PrintStations way={drawnWay(printing, { stage, lastReached, troubles, ending, tells })} />;
  switch (printing.kind) {
    case 'under-way':
      return <PrintUnderWay way={way} />;
    case 'question':
      return <CardQuestion way={way} doubt={printing.doubt} />;
    case 'none-seen':
      return <NoneSeen />;
    case 'no-card':
      return <NoCard way={way} why={printing.why} />;
    default:
      return unreachable(printing);
  }
}

import { type ReactNode, useEffect, useState } from 'react';
import { type Route, routes } from '../../../shared/application/route.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { offeredRoutes } from '../../../shared/programme/routes.ts';
import { useCore, useCoreView } from '../../core-client/core.tsx';
import { ownRefusalInWords } from '../../wording/resident/refusal.ts';
import { ownRouteInWords, whyCameInWords } from '../../wording/resident/route.ts';
import { onward } from '../flow/flow.ts';
import { focusChoice } from '../page/focus-choice.ts';
import { BigChoices } from '../parts/big-choices.tsx';
import { QuestionFrame } from '../parts/question-frame.tsx';
import { RefusedHere } from '../parts/refused-here.tsx';
import { useResident } from '../resident-context.ts';

const ID = 'resident-route';

/** Why somebody came. */
export function RouteQuestion(): ReactNode {
  const { client } = useCore();
  const { policy, flow, questions, goTo } = useResident();
  const kept = useCoreView(({ application }) => application?.answers.route ?? 'first');
  const [chosen, setChosen] = useState<Route>(kept);
  const [refusal, setRefusal] = useState<Refusal | null>(null);
  useEffect(() => focusChoice(ID), []);
  const choose = async (value: string): Promise<void> => {
    const route = routes.find((each) => each === value);
    if (route === undefined) return;
    setChosen(route);
    setRefusal(null);
    const answer = await client.chooseRoute({ route });
    if (answer.ok) return;
    // What the core does not hold must not look as if it did.
    setChosen(kept);
    setRefusal(answer.error);
  };
  const goOn = (): void => goTo(onward(flow, questions));
  return (
    <QuestionFrame question="route" heading={whyCameInWords()} onContinue={goOn}>
      {refusal === null ? null : <RefusedHere>{ownRefusalInWords(refusal, { by: 'press' })}</RefusedHere>}
      <BigChoices
        id={ID}
        isRequired
        value={chosen}
        choices={offeredRoutes(policy).map((route) => ({ value: route, words: ownRouteInWords(route) }))}
        onChoose={(route) => void choose(route)}
        onEnter={goOn}
      />
    </QuestionFrame>
  );
}

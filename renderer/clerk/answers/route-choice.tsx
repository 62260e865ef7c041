import { Trans } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { Route } from '../../../shared/application/route.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { offeredRoutes } from '../../../shared/programme/routes.ts';
import { useCore } from '../../core-client/core.tsx';
import { announce } from '../../parts/announcer.tsx';
import { KeyCap } from '../../parts/keys/key-cap.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { routeInWords } from '../../wording/application/routes.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './route-choice.module.css';

/**
 * Why the applicant came: a first card, unless the clerk chooses another kind. F2 goes from one to the next, so that the
 * hands stay where they type. Nothing where the programme has first cards only. `onRefused`: why a choice was not taken, told
 * where the step has a place for it.
 */
export function RouteChoice({ onRefused }: { onRefused: (refusal: Refusal | null) => void }): ReactNode {
  const { application, policy, isOverlaid } = useWizard();
  const { client } = useCore();
  const [chosen, setChosen] = useState(application.answers.route);
  const routes = offeredRoutes(policy);
  const choose = async (route: Route): Promise<void> => {
    setChosen(route);
    onRefused(null);
    const answer = await client.chooseRoute({ route });
    if (answer.ok) return;
    // What the core does not hold must not look as if it did.
    setChosen(application.answers.route);
    onRefused(answer.error);
  };
  const chooseNext = (): void => {
    const next = routes[(routes.indexOf(chosen) + 1) % routes.length];
    if (next === undefined) return;
    void choose(next);
    announce(routeInWords(next));
  };
  const isAsked = routes.length > 1;
  useKeys({ F2: chooseNext }, isAsked && !isOverlaid);
  if (!isAsked) return null;
  return (
    <fieldset className={styles.choice} data-route={chosen}>
      <legend className={styles.legend}>
        <Trans comment="Label of a choice: a first card, a renewal, a replacement or a correction.">
          Kind of card
        </Trans>{' '}
        <KeyCap>F2</KeyCap>
      </legend>
      <div className={styles.routes}>
        {routes.map((route) => (
          <label key={route} className={styles.route} data-chosen={route === chosen}>
            <input
              className={styles.radio}
              type="radio"
              name="route"
              value={route}
              checked={route === chosen}
              onChange={() => void choose(route)}
            />
            {routeInWords(route)}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

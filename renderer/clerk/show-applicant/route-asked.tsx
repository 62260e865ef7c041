import type { ReactNode } from 'react';
import { offeredRoutes } from '../../../shared/programme/routes.ts';
import { useWordingIn } from '../../i18n/residents/use-wording-in.ts';
import { ownRouteInWords, whyCameInWords } from '../../wording/resident/route.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './show-applicant.module.css';

/** Why the applicant came, with all that they may choose, to point at; below it, for the clerk, in English. */
export function RouteAsked(): ReactNode {
  const { application, policy } = useWizard();
  const { language } = application.answers;
  const routes = offeredRoutes(policy);
  const say = (): readonly string[] => [whyCameInWords(), ...routes.map(ownRouteInWords)];
  const own = useWordingIn(language, say);
  if (own === null) return null;
  return (
    <div data-question="route">
      <Asked texts={own} />
      {language === 'en' ? null : (
        <div className={styles.english} lang="en" dir="ltr">
          <Asked texts={say()} />
        </div>
      )}
    </div>
  );
}

function Asked({ texts: [heading, ...choices] }: { texts: readonly string[] }): ReactNode {
  return (
    <>
      <p className={styles.label}>{heading}</p>
      <ul className={styles.list}>
        {choices.map((choice) => (
          <li key={choice}>{choice}</li>
        ))}
      </ul>
    </>
  );
}

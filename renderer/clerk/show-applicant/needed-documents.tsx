import { Fragment, type ReactNode } from 'react';
import { OLD_CARD_TAKEN_IN } from '../../../shared/programme/documents/shown-documents.ts';
import { slipWordsIn } from '../../../shared/slips/words-of-languages.ts';
import { PolicyText } from '../../parts/policy-text.tsx';
import { useWays } from '../denial/use-ways.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './show-applicant.module.css';

/** Sets of documents that would be enough, in the words that a slip has for them; nothing where nothing is missing. */
export function NeededDocuments(): ReactNode {
  const { application, policy } = useWizard();
  const { language } = application.answers;
  const ways = useWays();
  if (ways.length === 0) return null;
  const { missing, anyOfThese, oldCard } = slipWordsIn(language).denial;
  const nameOf = (id: string): ReactNode => {
    const named = policy.documents.find((kind) => kind.id === id)?.name ?? { en: id };
    return id === OLD_CARD_TAKEN_IN ? oldCard : <PolicyText text={named} around={language} />;
  };
  return (
    <section data-needed-documents={ways.length}>
      <h2 className={styles.label}>{ways.length > 1 ? anyOfThese : missing}</h2>
      <ul className={styles.list}>
        {ways.map((way) => (
          <li key={way.join(' ')}>
            {way.map((id, index) => (
              <Fragment key={id}>
                {index === 0 ? null : ' + '}
                {nameOf(id)}
              </Fragment>
            ))}
          </li>
        ))}
      </ul>
    </section>
  );
}

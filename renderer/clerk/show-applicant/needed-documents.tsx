import type { ReactNode } from 'react';
import { inLanguage } from '../../../shared/programme/localized.ts';
import { OLD_CARD_TAKEN_IN } from '../../../shared/programme/shown-documents.ts';
import { slipWordsIn } from '../../../shared/slips/words-of-languages.ts';
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
  const nameOf = (id: string): string =>
    id === OLD_CARD_TAKEN_IN
      ? oldCard
      : inLanguage(policy.documents.find((kind) => kind.id === id)?.name ?? { en: id }, language);
  return (
    <section data-needed-documents={ways.length}>
      <h2 className={styles.label}>{ways.length > 1 ? anyOfThese : missing}</h2>
      <ul className={styles.list}>
        {ways.map((way) => {
          const names = way.map(nameOf).join(' + ');
          return <li key={names}>{names}</li>;
        })}
      </ul>
    </section>
  );
}

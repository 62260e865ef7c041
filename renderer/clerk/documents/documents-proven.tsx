import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { type DocumentEvaluation, evaluateDocuments } from '../../../shared/programme/evaluate-documents.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import type { Requirement } from '../../../shared/programme/requirements.ts';
import { requirementInWords } from '../../wording/application/documents.ts';
import styles from './documents-proven.module.css';

/** What the ticks prove, what is missing, and the shortest way; every part has its fixed place. */
export function DocumentsProven(props: {
  policy: CompletePolicy;
  evaluation: DocumentEvaluation;
  /** Going on was refused: what is missing is now said aloud. */
  refused: boolean;
  /** What goes on from here. */
  children: ReactNode;
}): ReactNode {
  const { policy, evaluation, refused } = props;
  const { i18n, t } = useLingui();
  // With nothing ticked everything is missing: the rule's requirements in the rule's own order.
  const all = evaluateDocuments(policy.rule, policy.documents, []).missing;
  const words = (requirement: Requirement) => requirementInWords(requirement, policy.categories);
  const proven = evaluation.proven.map(words);
  const missing = evaluation.missing.map(words);
  const way = policy.documents
    .filter(({ id }) => evaluation.shortestWay.includes(id))
    .map(({ name }) => inLanguage(name, i18n.locale))
    .join(' + ');
  const needed = missing.join(', ');
  return (
    <section className={styles.proven} aria-label={t`What is proven`} data-satisfied={evaluation.satisfied}>
      <ul className={styles.requirements}>
        {all.map((requirement) => {
          const label = words(requirement);
          const done = proven.includes(label);
          return (
            <li key={label} className={`${styles.requirement} ${done ? styles.done : ''}`} data-proven={done}>
              <span aria-hidden="true">{done ? '✓' : '○'}</span>
              <span>{label}</span>
              <span className={styles.state}>{done ? <Trans>proven</Trans> : <Trans>missing</Trans>}</span>
            </li>
          );
        })}
      </ul>
      <div className={styles.on}>
        <p className={`${styles.way} ${refused ? styles.refused : ''}`} role={refused ? 'alert' : 'status'}>
          {missing.length === 0 ? (
            <Trans>Everything is covered.</Trans>
          ) : refused ? (
            <Trans>
              Still needed: {needed}. Fastest: {way}.
            </Trans>
          ) : (
            <Trans>Fastest: {way}.</Trans>
          )}
        </p>
        {props.children}
      </div>
    </section>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { TooYoung } from '../../../shared/programme/ages.ts';
import { byCaretaker } from '../../../shared/programme/caretaker.ts';
import type { DocumentCategory } from '../../../shared/programme/documents.ts';
import type { DocumentEvaluation, DocumentsFor } from '../../../shared/programme/evaluate-documents.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import { assess, nameOfRequirement, type Requirement } from '../../../shared/programme/requirements.ts';
import { requirementInWords } from '../../wording/application/documents.ts';
import { useWizard } from '../wizard-context.ts';
import styles from './documents-proven.module.css';

/** What the ticks prove, what is missing, and the shortest way; every part has its fixed place. */
export function DocumentsProven(props: {
  /** Of an applicant of this age. */
  asked: DocumentsFor;
  categories: readonly DocumentCategory[];
  evaluation: DocumentEvaluation;
  tooYoung: TooYoung | null;
  /** Going on was refused: what is missing is now said aloud. */
  refused: boolean;
  /** What goes on from here. */
  children: ReactNode;
}): ReactNode {
  const { asked, categories, evaluation, refused, tooYoung } = props;
  const { age = 0, minimumAge = 0 } = tooYoung ?? {};
  const { i18n, t } = useLingui();
  const { steps } = useWizard();
  const caretakerKey = `Alt+${steps.indexOf('caretaker') + 1}`;
  // With nothing ticked everything is missing: the rule's requirements in the rule's own order.
  const inOrder = assess(asked.rule, []).missing.map(nameOfRequirement);
  const words = (requirement: Requirement) => requirementInWords(requirement, categories);
  const all = [...evaluation.proven, ...evaluation.missing].toSorted(
    (left, right) => inOrder.indexOf(nameOfRequirement(left)) - inOrder.indexOf(nameOfRequirement(right)),
  );
  const missing = evaluation.missing.map(words);
  const [way] = evaluation.ways.map((ids) =>
    asked.documents
      .filter(({ id }) => ids.includes(id))
      .map(({ name }) => inLanguage(name, i18n.locale))
      .join(' + '),
  );
  const needed = missing.join(', ');
  const { words: caretakers } = byCaretaker(asked);
  const needsCaretaker = caretakers.some(({ id }) => evaluation.ways[0]?.includes(id));
  const isBad = refused || tooYoung !== null;
  return (
    <section
      className={styles.proven}
      aria-label={t({
        message: 'What is proven',
        comment: 'Name of a region, for screen readers: what the documents prove so far.',
      })}
      data-satisfied={evaluation.satisfied && tooYoung === null}
    >
      <ul className={styles.requirements}>
        {all.map((requirement) => {
          const done = evaluation.proven.includes(requirement);
          return (
            <li
              key={nameOfRequirement(requirement)}
              className={`${styles.requirement} ${done ? styles.done : ''}`}
              data-proven={done}
            >
              <span aria-hidden="true">{done ? '✓' : '○'}</span>
              <span>{words(requirement)}</span>
              <span className={styles.state}>
                {done ? (
                  <Trans comment="Status beside a thing that documents must prove, like “Birth date”: a document proves it.">
                    proven
                  </Trans>
                ) : (
                  <Trans comment="Status beside a thing that documents must prove, like “Birth date”: no document proves it yet.">
                    missing
                  </Trans>
                )}
              </span>
            </li>
          );
        })}
      </ul>
      <div className={styles.on}>
        <p className={`${styles.way} ${isBad ? styles.refused : ''}`} role={isBad ? 'alert' : 'status'}>
          {tooYoung !== null ? (
            <Trans comment="Error on the documents screen. {age} and {minimumAge} are years of age, as the city’s rules have it.">
              This applicant is {age}. Cards are for people from age {minimumAge}.
            </Trans>
          ) : missing.length === 0 ? (
            <Trans comment="Status line on the documents screen: the documents prove all that is asked for.">
              Everything is covered.
            </Trans>
          ) : way === undefined ? (
            <Trans comment="Status line on the documents screen: nothing that the city accepts would be enough for somebody of this age.">
              No documents are enough at this applicant’s age.
            </Trans>
          ) : refused ? (
            <Trans comment="Error on the documents screen. {needed} lists what is not proven, {way} documents that would be enough.">
              Still needed: {needed}. Fastest: {way}.
            </Trans>
          ) : (
            <Trans comment="Which documents would be enough. {way} lists them with plus signs, like “Passport + Lease”.">
              Fastest: {way}.
            </Trans>
          )}
          {needsCaretaker ? (
            <span data-caretaker-step>
              {' '}
              <Trans comment="After the fastest way on the documents screen. {caretakerKey} is the key that opens the caretaker’s step, like “Alt+2”.">
                The caretaker has a step of its own: press {caretakerKey}.
              </Trans>
            </span>
          ) : null}
        </p>
        {props.children}
      </div>
    </section>
  );
}

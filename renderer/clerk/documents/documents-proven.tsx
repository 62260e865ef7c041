import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { TooYoung } from '../../../shared/programme/ages.ts';
import { byCaretaker } from '../../../shared/programme/caretaker.ts';
import type { DocumentCategory } from '../../../shared/programme/documents/documents.ts';
import type {
  DocumentEvaluation,
  DocumentsFor,
} from '../../../shared/programme/documents/evaluate-documents.ts';
import { assess, nameOfRequirement } from '../../../shared/programme/documents/requirements.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import {
  inMiddle,
  oldCardInWords,
  requirementInList,
  requirementInWords,
} from '../../wording/application/documents.ts';
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
  /** Why a tick or going on came to nothing: in the place of the way, so that the list stays where it is. */
  problem: string | null;
  /** What goes on from here. */
  children: ReactNode;
}): ReactNode {
  const { asked, categories, evaluation, refused, problem, tooYoung } = props;
  const { age = 0, minimumAge = 0 } = tooYoung ?? {};
  const { i18n, t } = useLingui();
  const { steps } = useWizard();
  const caretakerKey = `Alt+${steps.indexOf('caretaker') + 1}`;
  const oldCard = evaluation.oldCard === 'missing' ? [oldCardInWords()] : [];
  const missing = [
    ...oldCard.map(inMiddle),
    ...evaluation.missing.map((requirement) => requirementInList(requirement, categories)),
  ];
  const [way] = evaluation.ways.map((ids) => {
    const kinds = asked.documents.filter(({ id }) => ids.includes(id));
    return [...oldCard, ...kinds.map(({ name }) => inLanguage(name, i18n.locale))].join(' + ');
  });
  // No policy is in force under which nothing would be enough (shared/programme/contradictions.ts): there is a way.
  const needed = missing.join(', ');
  const { words: caretakers } = byCaretaker(asked);
  const needsCaretaker = caretakers.some(({ id }) => evaluation.ways[0]?.includes(id));
  const isBad = problem !== null || refused || tooYoung !== null;
  return (
    <section
      className={styles.proven}
      aria-label={t({
        message: 'What is proven',
        comment: 'Name of a region, for screen readers: what the documents prove so far.',
      })}
      data-satisfied={evaluation.satisfied && tooYoung === null}
    >
      {/* No document helps whoever is too young. */}
      {tooYoung === null ? <AllNeeded asked={asked} categories={categories} evaluation={evaluation} /> : null}
      <div className={styles.on}>
        <p className={`${styles.way} ${isBad ? styles.refused : ''}`} role={isBad ? 'alert' : 'status'}>
          {problem !== null ? (
            problem
          ) : tooYoung !== null ? (
            <Trans comment="Error on the documents screen. {age} and {minimumAge} are years of age, as the city’s rules have it. F4 is a key.">
              This applicant is {age}. Cards are for people {minimumAge} and older. To end this application,
              press <kbd>F4</kbd>.
            </Trans>
          ) : asked.documents.length === 0 && evaluation.missing.length === 0 && !refused ? (
            <Trans comment="Status line on the documents screen: for a renewal, for example, the program asks for no documents besides the old card.">
              The old card is enough. No other documents are needed.
            </Trans>
          ) : missing.length === 0 ? (
            <Trans comment="Status line on the documents screen: the documents prove all that is asked for.">
              Everything is covered.
            </Trans>
          ) : way === undefined || evaluation.missing.length === 0 ? (
            <StillNeeded needed={needed} />
          ) : (
            <>
              {refused ? <StillNeeded needed={needed} /> : null}{' '}
              <span className={styles.fastest}>
                <Trans comment="Which documents would be enough. {way} lists them with plus signs, like “Passport + Lease”.">
                  Fastest: {way}.
                </Trans>
              </span>
            </>
          )}
          {needsCaretaker && problem === null && tooYoung === null ? (
            <span data-caretaker-step>
              {' '}
              <Trans comment="After the fastest way on the documents screen. {caretakerKey} is the key that opens the caretaker’s step, like “Alt+2”.">
                The caretaker has a separate step: press {caretakerKey}.
              </Trans>
            </span>
          ) : null}
        </p>
        {props.children}
      </div>
    </section>
  );
}

function StillNeeded({ needed }: { needed: string }): ReactNode {
  return (
    <Trans comment="On the documents screen, also as an error. {needed} lists what is not proven yet, or is the old card, which the clerk has not taken yet.">
      Still needed: {needed}.
    </Trans>
  );
}

/** All that is needed, the old card first. */
function AllNeeded(props: {
  asked: DocumentsFor;
  categories: readonly DocumentCategory[];
  evaluation: DocumentEvaluation;
}): ReactNode {
  const { asked, categories, evaluation } = props;
  // With nothing ticked everything is missing: the rule's requirements in the rule's own order.
  const inOrder = assess(asked.rule, []).missing.map(nameOfRequirement);
  const all = [...evaluation.proven, ...evaluation.missing].toSorted(
    (left, right) => inOrder.indexOf(nameOfRequirement(left)) - inOrder.indexOf(nameOfRequirement(right)),
  );
  return (
    <ul className={styles.requirements}>
      {evaluation.oldCard === 'not-asked' ? null : (
        <Needed
          name={oldCardInWords()}
          done={evaluation.oldCard === 'seen'}
          doneWord={<Trans comment="Status beside “Old card”: the clerk has taken it.">taken</Trans>}
        />
      )}
      {all.map((requirement) => (
        <Needed
          key={nameOfRequirement(requirement)}
          name={requirementInWords(requirement, categories)}
          done={evaluation.proven.includes(requirement)}
          doneWord={
            <Trans comment="Status beside a thing that documents must prove, like “Birth date”: a document proves it.">
              proven
            </Trans>
          }
        />
      ))}
    </ul>
  );
}

/** One thing that is needed, and whether it is there. */
function Needed({ name, done, doneWord }: { name: string; done: boolean; doneWord: ReactNode }): ReactNode {
  return (
    <li className={`${styles.requirement} ${done ? styles.done : ''}`} data-proven={done}>
      <span aria-hidden="true">{done ? '✓' : '○'}</span>
      <span>{name}</span>
      <span className={styles.state}>
        {done ? (
          doneWord
        ) : (
          <Trans comment="Status beside a thing that is needed, like “Birth date”: no document proves it yet.">
            missing
          </Trans>
        )}
      </span>
    </li>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import { answersSoFar, checkAnswers } from '../../../shared/application/answers.ts';
import { checkAge } from '../../../shared/programme/ages.ts';
import { byCaretaker } from '../../../shared/programme/caretaker.ts';
import { countsAs } from '../../../shared/programme/documents/counts-as.ts';
import type {
  DocumentCategory,
  DocumentKind,
  DocumentRule,
} from '../../../shared/programme/documents/documents.ts';
import {
  type DocumentsFor,
  evaluateDocuments,
} from '../../../shared/programme/documents/evaluate-documents.ts';
import { OLD_CARD_TAKEN_IN } from '../../../shared/programme/documents/shown-documents.ts';
import { inLanguage } from '../../../shared/programme/localized.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Screen } from '../../parts/screen.tsx';
import {
  countInWords,
  documentInWords,
  oldCardBoxInWords,
  oldCardInWords,
  oldCardTodoInWords,
} from '../../wording/application/documents.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import { useAnswers } from '../answers/use-answers.ts';
import { HandBackNote } from '../applicants-screen/hand-back-note.tsx';
import { stepOf } from '../steps.ts';
import { useStepLead } from '../use-step-lead.ts';
import { useWizard } from '../wizard-context.ts';
import { askedOf } from './asked-of.ts';
import { DocumentsProven } from './documents-proven.tsx';
import { type TickGroup, TickList, type TickRow } from './tick-list.tsx';

/** The clerk looks at documents and ticks their kinds. Nothing of them is written down. */
export function DocumentsStep(): ReactNode {
  const { i18n, t } = useLingui();
  const lead = useStepLead('documents');
  const answers = useAnswers();
  const { application, policy, today, documents, goTo, goBack, isOverlaid, isReopened } = useWizard();
  const { client, commits } = useCore();
  const act = useAct();
  const [refused, setRefused] = useState(false);
  const { birthDate } = answersSoFar(answers, policy.fields, today);
  const asked = askedOf(policy, { birthDate, route: answers.route }, today);
  const { papers } = byCaretaker(asked);
  const evaluation = evaluateDocuments(asked, documents.ids);
  const tooYoung = birthDate === null ? null : checkAge(policy, birthDate, today);
  const isEnough = evaluation.satisfied && tooYoung === null;

  const goOn = async (): Promise<void> => {
    if (!isEnough) {
      setRefused(true);
      return;
    }
    if (!checkAnswers(answers, policy.fields, today).ok) {
      goTo('answers');
      return;
    }
    const next = application.hasPhoto && application.state !== 'spoiled' ? 'check' : 'photo';
    if (application.state !== 'draft') {
      goTo(next === 'photo' ? 'photo' : stepOf(application.state));
      return;
    }
    const kept = await act.run(async () => {
      await documents.settled();
      const settled = await commits.settled();
      return settled.ok ? client.confirmDocuments({}) : settled;
    });
    if (kept) goTo(next);
  };

  const refusal = act.refusal ?? documents.refusal;
  const leadsBack = isReopened && isEnough && refusal === null;
  useKeys({ Escape: leadsBack ? goOn : goBack }, !isOverlaid);

  return (
    <Screen name="documents" heading={t`Which documents does the applicant have?`} lead={lead} wide>
      <HandBackNote />
      <DocumentsProven
        asked={asked}
        categories={policy.categories}
        evaluation={evaluation}
        tooYoung={tooYoung}
        refused={refused && !isEnough}
        problem={refusal === null ? null : refusalInWords(refusal)}
      >
        <ActionButton
          kind="main"
          ariaDisabled={!isEnough || (act.busy && 'for-a-moment')}
          onPress={() => void goOn()}
        >
          {isReopened && application.hasPhoto && application.state !== 'spoiled' ? (
            <Trans>Return to review</Trans>
          ) : (
            <Trans>Continue to photo</Trans>
          )}
        </ActionButton>
      </DocumentsProven>
      <TickList
        groups={groupsInWords({ asked, papers, categories: policy.categories }, i18n.locale)}
        ticked={documents.ids}
        onTick={(id, seen) => {
          setRefused(false);
          act.clear();
          documents.tick(id, seen);
        }}
        onEnter={() => void goOn()}
      />
    </Screen>
  );
}

/** The old card first, where it is taken in; then every category that has a kind for this applicant. */
function groupsInWords(
  {
    asked,
    papers,
    categories,
  }: {
    readonly asked: DocumentsFor;
    readonly papers: readonly DocumentKind[];
    readonly categories: readonly DocumentCategory[];
  },
  locale: string,
): readonly TickGroup[] {
  const oldCard: TickGroup = {
    id: OLD_CARD_TAKEN_IN,
    name: oldCardInWords(),
    rows: [
      {
        tick: OLD_CARD_TAKEN_IN,
        name: oldCardBoxInWords(),
        asks: oldCardTodoInWords(),
        asksOf: oldCardInWords(),
      },
    ],
  };
  const ofCategories = categories.map(({ id, name }) => ({
    id,
    name: inLanguage(name, locale),
    rows: papers
      .filter(({ category }) => category === id)
      .map((kind) => ({
        ...rowOf(kind, locale),
        counts: countsInWords(kind, asked.rule, categories, locale),
      })),
  }));
  return [
    ...(asked.takesOldCardIn === true ? [oldCard] : []),
    ...ofCategories.filter(({ rows }) => rows.length > 0),
  ];
}

function rowOf(kind: DocumentKind, locale: string): TickRow {
  const name = inLanguage(kind.name, locale);
  return { tick: kind.id, name, asks: documentInWords(kind), asksOf: name };
}

/** What points are for is said only where it isn’t plain: not under a rule with one minimum, nor below a heading that says it. */
function countsInWords(
  kind: DocumentKind,
  rule: DocumentRule,
  categories: readonly DocumentCategory[],
  locale: string,
): readonly string[] {
  const hasOneMinimum = rule.kind === 'points' && rule.minimums.length === 1;
  return countsAs(rule, kind).map((counts) => {
    const named =
      counts.kind === 'points' && !hasOneMinimum && counts.category !== kind.category
        ? categories.find(({ id }) => id === counts.category)
        : undefined;
    return countInWords(counts, named === undefined ? null : inLanguage(named.name, locale));
  });
}

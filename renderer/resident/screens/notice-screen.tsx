import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { isAnyInForce, isInForce } from '../../../shared/contract/suspension/suspension-status.ts';
import { useCore, useCoreView, usePractice } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { Notice } from '../../parts/notice.tsx';
import { PolicyText } from '../../parts/policy-text.tsx';
import { beforeStartInWords } from '../../wording/resident/before-start.ts';
import { practiceInWords } from '../../wording/resident/practice.ts';
import { ownRefusalInWords } from '../../wording/resident/refusal.ts';
import { backward, onward } from '../flow/flow.ts';
import { Bar } from '../page/bar.tsx';
import { suspensionAloud, useTellSuspension } from '../page/use-tell-suspension.ts';
import { BackButton } from '../parts/back-button.tsx';
import { PressButton } from '../parts/press-button.tsx';
import { RefusedHere } from '../parts/refused-here.tsx';
import { ResidentScreen } from '../parts/resident-screen.tsx';
import { TornCard } from '../parts/torn-card.tsx';
import { useResident } from '../resident-context.ts';
import styles from './notice-screen.module.css';

/** What is asked, why, and what happens with it; who goes on agrees, and only then an application begins. */
export function NoticeScreen(): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const { status, policy, flow, questions, language, goTo } = useResident();
  const isOpen = useCoreView(({ application }) => application !== null);
  const practice = usePractice();
  const act = useAct();
  const held = status.newOnesAreHeld;
  // Who has begun may finish. Nobody else is asked to agree to what is refused then.
  const mayStart = isOpen || !isAnyInForce(status.suspensions);
  useTellSuspension(suspensionAloud(status.suspensions, language));
  const begin = async (): Promise<void> => {
    const isBegun = await act.run(async () => {
      const started = isOpen ? null : await client.startApplication({});
      return started === null || started.ok ? client.chooseLanguage({ language }) : started;
    });
    if (isBegun) goTo(onward(flow, questions));
  };
  return (
    <ResidentScreen
      name="resident-notice"
      heading={t({
        message: 'Before you start',
        comment: 'Heading of the screen that tells a resident what is asked, why, and what happens with it.',
      })}
      bar={<Bar />}
      foot={
        <>
          {mayStart ? (
            <PressButton kind="main" isBusy={act.busy} onPress={() => void begin()}>
              <Trans comment="Button: the resident agrees with what stands on the screen, and the questions begin.">
                I agree. Start
              </Trans>
            </PressButton>
          ) : null}
          <BackButton to={backward(flow, questions)} />
        </>
      }
    >
      {act.refusal === null ? null : (
        <RefusedHere>{ownRefusalInWords(act.refusal, { by: 'press' })}</RefusedHere>
      )}
      {status.suspensions.filter(isInForce).map(({ source, notice }) => (
        <Notice key={source} kind="warn">
          <p data-suspended={source}>
            <PolicyText text={notice} />
          </p>
        </Notice>
      ))}
      <div className={styles.sentences} data-held={held}>
        {practice ? <p data-practice>{practiceInWords()}</p> : null}
        {beforeStartInWords(held).map((sentence) => (
          <p key={sentence}>{sentence}</p>
        ))}
      </div>
      {/* In practice nothing is counted, and no card is anybody's to keep. */}
      {held || practice ? null : <TornCard />}
      {(policy.notices ?? [])
        .filter(({ at }) => at === 'before-answers')
        .map(({ id, text }) => (
          <p key={id} data-notice={id}>
            <PolicyText text={text} />
          </p>
        ))}
    </ResidentScreen>
  );
}

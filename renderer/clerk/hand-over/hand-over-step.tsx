import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Answer } from '../../../shared/contract/declare.ts';
import { OLD_CARD_DESTROYED } from '../../../shared/programme/documents/shown-documents.ts';
import { takesOldCardIn } from '../../../shared/programme/routes.ts';
import { useCore, useCoreView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { announce } from '../../parts/announcer.tsx';
import { CardFace } from '../../parts/card-face.tsx';
import { useHandKey } from '../../parts/keys/use-hand-key.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { firstOfHandoffInWords } from '../../wording/application/handoff.ts';
import { handOverNoticeInWords } from '../../wording/application/promises.ts';
import { refusalInWords } from '../../wording/refusal.ts';
import { TellApplicant } from '../notices/tell-applicant.tsx';
import { useStepLead } from '../use-step-lead.ts';
import { useWizard } from '../wizard-context.ts';
import { HandOverQuestion } from './hand-over-question.tsx';
import styles from './hand-over-step.module.css';
import { HeldAtHandOver } from './held-at-hand-over.tsx';
import { IdentifyCard } from './identify-card.tsx';
import { OldCard } from './old-card.tsx';

/** Step 6: issuance ends when the person holds the right card, and only the clerk can see that. */
export function HandOverStep(): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('hand-over');
  const { application, policy, isOverlaid, goBack, held, tellHeld, openDialog, tear } = useWizard();
  const { client } = useCore();
  const tray = useCoreView((view) => view.tray);
  const act = useAct();
  const question = useRef<HTMLHeadingElement>(null);
  const identified = application.cardIdentified;
  const notice = handOverNoticeInWords(held);
  // A hold that is set meanwhile is told below what the hand is at: nothing moves under it.
  const [wasHeld] = useState(held);
  const takesIn = takesOldCardIn(policy, application.answers.route);
  const oldCardIsHere = takesIn && !application.answers.documents.includes(OLD_CARD_DESTROYED);
  const lacks = !identified ? 'card' : oldCardIsHere ? 'old-card' : null;
  const enabled = application.state === 'printed' && lacks === null && !held && !act.busy;
  const whyNot = notice ?? (lacks === null ? null : firstOfHandoffInWords(lacks));

  useEffect(() => {
    // Whatever is scanned from here on stays in no field.
    if (identified) question.current?.focus();
  }, [identified]);

  // It stands there already: what does not change is said by no live region.
  const sayWhyNot = (): void => {
    if (whyNot !== null) announce(whyNot);
  };
  const handOver = (): void => {
    if (!enabled) {
      sayWhyNot();
      return;
    }
    tear(true);
    void act
      .run(() => tellIfHeld(client.handOver({}), tellHeld))
      .then((done) => {
        if (!done) tear(false);
      });
  };
  const notRight = (): void => {
    if (application.state === 'printed') openDialog('spoil');
  };
  const handing = useHandKey('F12', handOver, !isOverlaid);
  useEffect(() => {
    if (handing.wasEarly && whyNot !== null) announce(whyNot);
  }, [handing.wasEarly, whyNot]);
  const first = lacks ?? (handing.wasEarly && enabled ? 'look' : null);
  useKeys({ F8: notRight, Escape: goBack }, !isOverlaid);

  const heldNotice =
    notice === null ? null : (
      <HeldAtHandOver notice={notice} isAlert={!wasHeld || act.refusal?.kind === 'held'} />
    );
  return (
    <Screen name="hand-over" heading={t`Handoff`} lead={lead} wide>
      {wasHeld ? heldNotice : null}
      <TellApplicant at="hand-over" />
      <IdentifyCard number={application.cardNumber} identified={identified} isOverlaid={isOverlaid} />
      {takesIn ? <OldCard /> : null}
      <HandOverQuestion
        questionRef={question}
        enabled={enabled}
        handing={handing}
        canSpoil={application.state === 'printed'}
        first={notice !== null || first === null ? null : firstOfHandoffInWords(first)}
        onDisabledYes={enabled ? handing.button.onDisabledPress : sayWhyNot}
        onNo={notRight}
        onNoCard={() => void act.run(() => tellIfHeld(client.tellCard({ found: false }), tellHeld))}
      />
      {wasHeld ? null : heldNotice}
      {act.refusal === null || act.refusal.kind === 'held' ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
      {tray === null ? null : (
        <section aria-labelledby="tray-heading" className={styles.tray}>
          <h2 id="tray-heading" className={styles.heading}>
            <Trans comment="Name of a region: pictures of the finished card, where no real printer is used. The tray is where finished cards lie.">
              Built-in printer’s tray
            </Trans>
          </h2>
          <div className={styles.faces}>
            <CardFace
              png={tray.front}
              description={t({
                message: 'Front of the printed card',
                comment: 'Description of a picture, for screen readers.',
              })}
            />
            <CardFace
              png={tray.back}
              description={t({
                message: 'Back of the printed card',
                comment: 'Description of a picture, for screen readers.',
              })}
            />
          </div>
        </section>
      )}
    </Screen>
  );
}

/** The same answer; of a legal hold that refused the act the whole wizard is told. */
async function tellIfHeld(
  answering: Promise<Answer<unknown>>,
  tellHeld: () => void,
): Promise<Answer<unknown>> {
  const answer = await answering;
  if (!answer.ok && answer.error.kind === 'held') tellHeld();
  return answer;
}

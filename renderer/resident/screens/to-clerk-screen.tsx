import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { unreachable } from '../../../shared/result.ts';
import { lockedInWords } from '../../wording/resident/locked.ts';
import { keptByHoldInWords } from '../../wording/resident/promises.ts';
import type { ToClerkReason } from '../handed-back.ts';
import { Bar } from '../page/bar.tsx';
import { CardAfterCheck } from '../parts/no-card-under-hold.tsx';
import { PressButton } from '../parts/press-button.tsx';
import { ResidentScreen } from '../parts/resident-screen.tsx';
import { useResident } from '../resident-context.ts';

/** The resident's part is over, and only staff go on. */
export function ToClerkScreen(props: { reason: ToClerkReason }): ReactNode {
  const { t } = useLingui();
  const { status, openDialog } = useResident();
  const held = props.reason === 'finished' && status.newOnesAreHeld;
  return (
    <ResidentScreen
      name="resident-to-clerk"
      heading={t({
        message: 'Turn the screen to the clerk',
        comment: 'Heading of a resident’s last screen at a counter.',
      })}
      bar={<Bar leaves="nothing" />}
      foot={
        <PressButton kind="main" opens="staff" onPress={() => openDialog('staff')}>
          <Trans comment="Button at the end of a resident’s screens at a counter, which the clerk presses.">
            I am the clerk
          </Trans>
        </PressButton>
      }
    >
      <p data-reason={props.reason}>
        <Reason {...props} />
      </p>
      {held ? <p>{keptByHoldInWords()}</p> : null}
      {props.reason === 'finished' ? <CardAfterCheck held={held} /> : null}
    </ResidentScreen>
  );
}

function Reason({ reason }: { reason: ToClerkReason }): ReactNode {
  switch (reason) {
    case 'finished':
      return (
        <Trans comment="On a resident’s last screen at a counter. It says nothing of a card, since a legal hold may keep any from being given.">
          You have entered everything. The clerk checks your documents.
        </Trans>
      );
    case 'idle':
      return (
        <Trans comment="On a resident’s screen at a counter, after nobody touched it for a while.">
          Nobody used the screen for a while, so it is locked. What you entered is kept. A clerk can unlock
          the screen.
        </Trans>
      );
    case 'locked':
      return lockedInWords();
    case 'nothing-open':
      return (
        <Trans comment="On a resident’s screen at a counter, when there is nothing to enter.">
          A clerk starts your application here.
        </Trans>
      );
    default:
      return unreachable(reason);
  }
}

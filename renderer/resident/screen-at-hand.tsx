import type { ReactNode } from 'react';
import { isEnding } from '../../shared/application/is-ending.ts';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import { mayApplicantAnswer } from '../../shared/residents/may-answer.ts';
import { unreachable } from '../../shared/result.ts';
import type { ToClerkReason } from './handed-back.ts';
import { useResident } from './resident-context.ts';
import { LanguageScreen } from './screens/language-screen.tsx';
import { LeftScreen } from './screens/left-screen.tsx';
import { NoticeScreen } from './screens/notice-screen.tsx';
import { QuestionScreen } from './screens/question-screen.tsx';
import { ReopenedScreen } from './screens/reopened-screen.tsx';
import { ReviewScreen } from './screens/review-screen.tsx';
import { TicketScreen } from './screens/ticket-screen.tsx';
import { ToClerkScreen } from './screens/to-clerk-screen.tsx';
import { ResidentWaiting } from './screens/waiting-screen.tsx';

interface ScreenAtHandProps {
  readonly application: ApplicationView | null;
  readonly handedBack: ToClerkReason | null;
  /** Why the application of the page before this one is not opened again. */
  readonly refusal: Refusal | null;
}

/** The one screen that a resident sees: the end of an application first, then where they are in theirs. */
export function ScreenAtHand(props: ScreenAtHandProps): ReactNode {
  const { application, handedBack } = props;
  const { status, flow, told } = useResident();
  const { residents, openNext } = status;
  if (handedBack !== null) return <ToClerkScreen reason={handedBack} />;
  if (application === null) {
    if (told.kind === 'ticket') return <TicketScreen ending={told} />;
    if (told.kind === 'left') return <LeftScreen ending={told} />;
    if (openNext !== null) return <ResidentWaiting refusal={props.refusal} />;
    if (residents.setting !== 'self-service') return <ToClerkScreen reason="nothing-open" />;
  } else if (isEnding(application.state)) return <ResidentWaiting />;
  else if (!mayApplicantAnswer(application.state)) return <ToClerkScreen reason="finished" />;
  const { place } = flow;
  switch (place.at) {
    case 'reopened':
      return application === null ? <ResidentWaiting /> : <ReopenedScreen />;
    case 'language':
      return <LanguageScreen />;
    case 'notice':
      return <NoticeScreen />;
    case 'question':
      // Only an open application has questions; while it opens there are none yet.
      return application === null ? (
        <ResidentWaiting />
      ) : (
        <QuestionScreen key={place.question} question={place.question} />
      );
    case 'review':
      return application === null ? <ResidentWaiting /> : <ReviewScreen />;
    default:
      return unreachable(place);
  }
}

import { type ReactNode, useCallback, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { isEnding } from '../../shared/application/is-ending.ts';
import type { ApplicationView } from '../../shared/contract/application/application-view.ts';
import type { ResidentsEnding } from '../../shared/contract/residents/last-ending.ts';
import type { ResidentStatus } from '../../shared/contract/residents/resident-acts.ts';
import type { ResidentsScreenStatus } from '../../shared/contract/residents/screen-status.ts';
import type { ResidentLanguage } from '../../shared/residents/language.ts';
import { FIRST_LOOK, type ResidentLook } from '../../shared/residents/look.ts';
import { createTypedAnswers, type TypedAnswersStore } from '../application/answers/typed-answers.ts';
import { useCore, usePolicy } from '../core-client/core.tsx';
import { useKeyFilter } from '../parts/key-filter/use-key-filter.ts';
import { useSwitchAccess } from '../parts/switch-access/use-switch-access.ts';
import { type SwitchStart, useSwitchStart } from '../parts/switch-access/use-switch-start.ts';
import { type Flow, questionsOf } from './flow/flow.ts';
import type { ToClerkReason } from './handed-back.ts';
import { Overlays } from './overlays/overlays.tsx';
import { isAsFound } from './page/as-found.ts';
import { InLanguage } from './page/in-language.tsx';
import { useOneTouch } from './page/one-touch.ts';
import { usePageSettings } from './page/page-settings.ts';
import { FIRST_PAGE, residentPage } from './page/resident-page.ts';
import { TypedHereContext } from './page/typed-here.ts';
import { useLanguage } from './page/use-language.ts';
import { useOpenDialog } from './page/use-open-dialog.ts';
import { useReopening } from './page/use-reopening.ts';
import { useTellLook } from './page/use-tell-look.ts';
import { type Resident, ResidentContext } from './resident-context.ts';
import { ScreenAtHand } from './screen-at-hand.tsx';
import { toldEnding } from './told-ending.ts';

interface ResidentScreensProps {
  readonly status: ResidentsScreenStatus;
  readonly application: ApplicationView | null;
  /** The screen is locked behind a resident, and what is said then; null: the resident has it. */
  readonly handedBack: ToClerkReason | null;
  /** Where staff sign in to have the screen back. It is theirs, in English; `onReturn` is the way back to the resident. */
  readonly staffSignIn: (onReturn: () => void) => ReactNode;
}

/** What is typed, from when an application is open: there is one in the life of a session. */
function useTyped(application: ApplicationView | null): TypedAnswersStore | null {
  const { commits } = useCore();
  const typed = useRef<TypedAnswersStore | null>(null);
  if (typed.current === null && application !== null)
    typed.current = createTypedAnswers(application, commits.unkept());
  return typed.current;
}

function firstLanguage({ application, status }: ResidentScreensProps): ResidentLanguage {
  if (application !== null) return application.answers.language;
  const { lastEnding } = status;
  return lastEnding.kind === 'ticket' || lastEnding.kind === 'left' ? lastEnding.language : 'en';
}

/** As whoever is told here how their application ended saw it before, and as everybody finds it otherwise. */
function firstLook(told: ResidentsEnding): ResidentLook {
  return told.kind === 'none' ? FIRST_LOOK : told.look;
}

/** Something of somebody's is on the screen, or will be. */
function hasSomething(
  { openNext, residents }: ResidentsScreenStatus,
  application: ApplicationView | null,
  told: ResidentsEnding,
): boolean {
  return application !== null || openNext !== null || !residents.isNumberTaken || told.kind !== 'none';
}

function goTo(flow: Flow): void {
  residentPage.setState({ flow });
}

/**
 * Where whoever uses two switches is asked to press one. So they are over a number that nobody has taken: the page that asks has
 * just begun, and its place is the first one.
 */
const BEGINNINGS: ReadonlySet<Flow['place']['at']> = new Set(['language', 'reopened']);

/** Which switches a press turns on here. A helper's Tab may have turned them off anywhere. */
function switchStart({ place }: Flow, isInFront: boolean): Exclude<SwitchStart, 'none'> {
  return BEGINNINGS.has(place.at) && isInFront ? 'any' : 'own-keys';
}

/**
 * The warning to show. One that came while the page was as everybody finds it asks nobody, and stays out of sight: the press that
 * changes the page has answered it before the keeper hears of that.
 */
function useShownWarning(idle: ResidentStatus['idle'], isPlain: boolean): ResidentStatus['idle'] {
  const isHidden = useRef(false);
  isHidden.current = idle !== null && (isPlain || isHidden.current);
  return isHidden.current ? null : idle;
}

/** Everything that a resident sees, in their language and as they want it. Nothing of it outlives this page. */
export function ResidentScreens(props: ResidentScreensProps): ReactNode {
  const { status, application } = props;
  const { residents } = status;
  const { client } = useCore();
  const policy = usePolicy();
  const page = useStore(residentPage);
  const { flow } = page;
  const [wantsCover, setCovered] = useState(false);
  const [isEndingSeen, setEndingSeen] = useState(false);
  const told = toldEnding(status, application, isEndingSeen);
  const settings = usePageSettings(firstLook(told), residents.displayWidthMillimeters);
  const { switchKeys, keyFilter } = settings.settings;
  const isKept = application !== null && residents.atScreen;
  useTellLook(isKept, settings.settings);
  const spoken = useLanguage(firstLanguage(props), isKept);
  const dialogs = useOpenDialog(flow, status.lastEnding.kind === 'ticket', spoken);
  const typed = useTyped(application);
  const questions = useMemo(() => questionsOf(policy), [policy]);
  const reopening = useReopening(status, application);
  const onPage = {
    hasSomething: hasSomething(status, application, told),
    hasDialog: dialogs.dialog !== null,
  };
  const idle = useShownWarning(residents.idle, isAsFound(page, onPage));
  useOneTouch();
  useKeyFilter(keyFilter);
  useSwitchAccess(switchKeys, () => settings.change({ switchKeys: null }));
  // Where somebody is asked whether they are there, a press answers that and does nothing else.
  const mayStart = switchKeys === null && idle === null;
  useSwitchStart(mayStart ? switchStart(flow, dialogs.dialog === null) : 'none', (keys) =>
    settings.change({ switchKeys: keys }),
  );
  const { language } = spoken;
  const { closeAll } = dialogs;
  const beginAnew = useCallback(() => {
    setEndingSeen(true);
    // What was asked was for whoever has left.
    closeAll();
    // Whoever comes next is spoken to in English, not in the language of whoever has left.
    residentPage.setState({ ...FIRST_PAGE, language: 'en' });
    // The keeper too: refused where it has nothing to forget.
    void client.forgetEnding({});
  }, [client, closeAll]);
  // Where nothing was entered there is nothing to cover, and the cover says that it is still there.
  const canCover = application !== null && props.handedBack === null && !isEnding(application.state);
  const isCovered = wantsCover && canCover;
  const isOverlaid = dialogs.dialog !== null || isCovered || idle !== null;
  const resident: Resident = {
    ...spoken,
    ...{ status, policy, flow, questions, settings, told, idle, isOverlaid },
    ...{ goTo, openDialog: dialogs.open, beginAnew, cover: () => setCovered(true) },
  };
  return (
    <InLanguage language={language}>
      {() => (
        <ResidentContext value={resident}>
          <TypedHereContext value={typed}>
            <Overlays
              dialogs={dialogs}
              isCovered={isCovered}
              canCover={canCover}
              onCover={setCovered}
              staffSignIn={props.staffSignIn}
            >
              <ScreenAtHand
                application={application}
                handedBack={props.handedBack}
                refusal={reopening.refusal}
              />
            </Overlays>
          </TypedHereContext>
        </ResidentContext>
      )}
    </InLanguage>
  );
}

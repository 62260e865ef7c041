import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useRef, useState } from 'react';
import { useCore, usePractice, useStaffView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { useSwallow } from '../../parts/keys/use-swallow.ts';
import { Notice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { CameraTroubleNotice } from '../../photo/camera-trouble-notice.tsx';
import { KeptPhoto } from '../../photo/kept-photo.tsx';
import { drawPhoto, takePhoto } from '../../photo/take.ts';
import { useCamera } from '../../photo/use-camera.ts';
import { Viewfinder } from '../../photo/viewfinder.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { inventedFace } from '../practice/invented-people.ts';
import { stepOf } from '../steps.ts';
import { useStepLead } from '../use-step-lead.ts';
import { useWizard } from '../wizard-context.ts';
import { useTellCameraTrouble } from './camera-at-hand.ts';
import styles from './photo-step.module.css';

/** Step 3: Space takes the photo and keeps it; a kept one can be retaken with R. */
export function PhotoStep(): ReactNode {
  const { t } = useLingui();
  const lead = useStepLead('photo');
  const { application, goTo, goBack, isOverlaid, isReopened } = useWizard();
  const { client } = useCore();
  const offersDrawnFace = usePractice() && !application.hasPhoto;
  const act = useAct();
  const takeButton = useRef<HTMLButtonElement>(null);
  const video = useRef<HTMLVideoElement>(null);
  const [noFrame, setNoFrame] = useState(false);
  const [pictureIsThere, setPictureIsThere] = useState(false);
  const [keptIsThere, setKeptIsThere] = useState(false);
  const kept = application.hasPhoto;
  const { camera, tryAgain } = useCamera(
    !kept,
    useStaffView(({ preset }) => preset.camera),
  );
  const trouble = !kept && camera.kind === 'trouble' ? camera.trouble : null;
  const ready = camera.kind === 'live' && pictureIsThere && !act.busy;
  const canFollow = kept ? keptIsThere : trouble === null;

  const goOn = (): void => goTo(application.state === 'checked' ? 'check' : stepOf(application.state));
  const keep = async (jpeg: Uint8Array | null): Promise<void> => {
    setNoFrame(jpeg === null);
    if (jpeg !== null && (await act.run(() => client.keepPhoto({ jpeg })))) goTo('check');
  };
  const take = async (): Promise<void> => {
    if (video.current !== null && camera.kind === 'live') await keep(await takePhoto(video.current));
  };
  const draw = async (): Promise<void> => keep(await drawPhoto(inventedFace(application.answers.name)));
  const retake = (): void => {
    setKeptIsThere(false);
    void act.run(() => client.retakePhoto({}));
  };

  useKeys(
    {
      Escape: isReopened && kept ? goOn : goBack,
      ...(kept ? { r: retake, R: retake } : { ' ': take }),
      ...(offersDrawnFace ? { F7: draw } : {}),
      ...(trouble === null ? {} : { F2: tryAgain }),
    },
    !isOverlaid,
  );
  useTellCameraTrouble(trouble);
  // A second Enter from the documents must not take a picture of a person who is not yet sitting.
  useSwallow(takeButton, 'Enter');

  return (
    <Screen
      name="photo"
      heading={
        kept
          ? t({ message: 'Keep this photo?', comment: 'Heading above a photo that was just taken.' })
          : t`Photo`
      }
      lead={lead}
      wide
    >
      <div className={styles.step}>
        {kept ? (
          <KeptPhoto onThere={() => setKeptIsThere(true)} />
        ) : (
          <Viewfinder camera={camera} video={video} onPicture={setPictureIsThere} />
        )}
        <div className={styles.beside}>
          <p className={`${styles.advice} ${canFollow ? '' : styles.useless}`}>
            {kept ? (
              <Trans>Show it to the applicant. It’s erased with the application.</Trans>
            ) : (
              <Trans>Head in the outline, eyes on the dotted line, facing the camera.</Trans>
            )}
          </p>
          {kept ? (
            <>
              <ActionButton kind="main" autoFocus shortcut="Enter" ariaDisabled={!keptIsThere} onPress={goOn}>
                <Trans comment="Button that answers “Keep this photo?”: on to the fourth step, or back to it.">
                  Keep photo
                </Trans>
              </ActionButton>
              <ActionButton shortcut="R" onPress={retake}>
                <Trans>Retake photo</Trans>
              </ActionButton>
            </>
          ) : (
            <ActionButton
              kind="main"
              autoFocus
              buttonRef={takeButton}
              shortcut="Space"
              ariaDisabled={!ready}
              onPress={() => void take()}
            >
              <Trans comment="Button.">Take photo</Trans>
            </ActionButton>
          )}
          {offersDrawnFace ? (
            <ActionButton shortcut="F7" onPress={() => void draw()}>
              <Trans comment="Button, while staff practice: a drawn face takes the place of the camera’s picture.">
                Use a drawn face
              </Trans>
            </ActionButton>
          ) : null}
          {/* Below what stays, so that it moves nothing. */}
          {trouble === null ? null : (
            <CameraTroubleNotice trouble={trouble} shortcut="F2" tryAgain={tryAgain} />
          )}
          {noFrame ? (
            <Notice kind="warn" role="alert">
              <p>
                <Trans>The camera gave no picture. Press Space again.</Trans>
              </p>
            </Notice>
          ) : null}
          {act.refusal === null ? null : (
            <Notice kind="bad" role="alert">
              <p>{refusalInWords(act.refusal)}</p>
            </Notice>
          )}
        </div>
      </div>
    </Screen>
  );
}

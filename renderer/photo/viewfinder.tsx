import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useEffect } from 'react';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { cameraTroubleInWords } from './camera-trouble.ts';
import type { Camera } from './use-camera.ts';
import styles from './viewfinder.module.css';

interface ViewfinderProps {
  readonly camera: Camera;
  readonly video: RefObject<HTMLVideoElement | null>;
  readonly tryAgain: () => void;
}

/** The live picture, cut as it will be kept, with the outline to fit the head into. */
export function Viewfinder({ camera, video, tryAgain }: ViewfinderProps): ReactNode {
  const { t } = useLingui();
  const stream = camera.kind === 'live' ? camera.stream : null;
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    element.srcObject = stream;
    return () => {
      element.srcObject = null;
    };
  }, [stream, video]);

  return (
    <div className={styles.finder} data-camera={camera.kind === 'trouble' ? camera.trouble : camera.kind}>
      <div className={styles.frame}>
        <video
          ref={video}
          className={`${styles.picture} ${stream === null ? styles.dark : ''}`}
          autoPlay
          playsInline
          muted
          aria-label={t`Live picture of the person`}
        />
        {stream === null ? null : (
          <svg className={styles.outline} viewBox="0 0 80 100" aria-hidden="true">
            <ellipse cx="40" cy="43" rx="21" ry="28" />
            <path d="M6 100 C8 82 24 77 40 77 C56 77 72 82 74 100" />
            <line x1="26" y1="41" x2="54" y2="41" />
          </svg>
        )}
        {camera.kind === 'starting' ? (
          <p className={styles.waiting}>
            <Trans>The camera is starting…</Trans>
          </p>
        ) : null}
      </div>
      {camera.kind === 'trouble' ? (
        <Notice kind="bad" role="alert">
          <p>
            <b>{cameraTroubleInWords(camera.trouble).what}</b>
          </p>
          <p>{cameraTroubleInWords(camera.trouble).todo}</p>
          <ActionButton onPress={tryAgain}>
            <Trans>Try again</Trans>
          </ActionButton>
        </Notice>
      ) : null}
    </div>
  );
}

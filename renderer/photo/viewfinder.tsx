import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useEffect } from 'react';
import type { Camera } from './camera-feed.ts';
import styles from './viewfinder.module.css';

interface ViewfinderProps {
  readonly camera: Camera;
  readonly video: RefObject<HTMLVideoElement | null>;
  /** Tells whether the picture can be taken: a stream is there before its first frame is. */
  readonly onPicture: (isThere: boolean) => void;
}

/** The live picture, cut as it will be kept, with the outline to fit the head into. */
export function Viewfinder({ camera, video, onPicture }: ViewfinderProps): ReactNode {
  const { t } = useLingui();
  const stream = camera.kind === 'live' ? camera.stream : null;
  useEffect(() => {
    const element = video.current;
    if (element === null) return undefined;
    element.srcObject = stream;
    onPicture(false);
    return () => {
      element.srcObject = null;
    };
  }, [stream, video, onPicture]);

  return (
    <div className={styles.frame} data-camera={camera.kind === 'trouble' ? camera.trouble : camera.kind}>
      <video
        ref={video}
        className={`${styles.picture} ${stream === null ? styles.dark : ''}`}
        autoPlay
        playsInline
        muted
        onLoadedData={() => onPicture(true)}
        aria-label={t`Live picture of the applicant`}
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
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import { useCore } from '../core-client/core.tsx';
import { useObjectUrl } from '../parts/use-object-url.ts';
import styles from './kept-photo.module.css';

/** The photo that is kept for the card, asked from the core and held only while it is shown. `onThere`: it is seen now. */
export function KeptPhoto({ onThere }: { onThere?: () => void }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const [jpeg, setJpeg] = useState<Uint8Array | null>(null);
  useEffect(() => {
    let left = false;
    const ask = async (): Promise<void> => {
      const answer = await client.photo({});
      if (!left && answer.ok) setJpeg(answer.value.jpeg);
    };
    void ask();
    return () => {
      left = true;
    };
  }, [client]);
  const url = useObjectUrl(jpeg, 'image/jpeg');
  if (url === null) {
    return (
      <p className={`${styles.photo} ${styles.waiting}`}>
        <Trans comment="Status line in the place of the photo.">Loading the photo…</Trans>
      </p>
    );
  }
  return (
    <img
      className={styles.photo}
      src={url}
      alt={t`The applicant, as on the card`}
      draggable={false}
      onLoad={onThere}
    />
  );
}

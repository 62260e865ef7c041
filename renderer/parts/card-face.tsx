import type { ReactNode } from 'react';
import styles from './card-face.module.css';
import { useObjectUrl } from './use-object-url.ts';

/** One side of a card, or its empty outline while there is nothing to draw. */
export function CardFace({ png, description }: { png: Uint8Array | null; description: string }): ReactNode {
  const url = useObjectUrl(png, 'image/png');
  return (
    <div className={styles.face}>
      {url === null ? (
        <span className={styles.empty}>{description}</span>
      ) : (
        <img className={styles.picture} src={url} alt={description} draggable={false} />
      )}
    </div>
  );
}

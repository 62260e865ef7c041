import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { Notice } from '../../parts/notice.tsx';
import { Refused } from '../../parts/refused.tsx';
import { useIntoSight } from '../../parts/use-into-sight.ts';
import styles from '../supervisor.module.css';

/** The file that was written to the folder for exports, or why there is none. */
export function WrittenFile({ file, refusal }: { file: string | null; refusal: Refusal | null }): ReactNode {
  // Below the button that asked for it, which may be the last line that the screen has room for.
  const shown = useIntoSight<HTMLDivElement>(file ?? refusal);
  return (
    <div ref={shown}>
      <div role="status" data-file={file ?? undefined}>
        {file === null ? null : (
          <Notice kind="good">
            <p>
              <Trans comment="Status line. {file} is the name of a file.">
                Saved to the USB drive: <span className={styles.fileName}>{file}</span>
              </Trans>
            </p>
          </Notice>
        )}
      </div>
      <Refused refusal={refusal}>
        {refusal?.kind === 'no-export-folder' ? (
          <p>
            <Trans comment="After a refusal to save a file.">Nothing was saved.</Trans>
          </p>
        ) : null}
      </Refused>
    </div>
  );
}

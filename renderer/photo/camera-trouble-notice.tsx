import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { cameraTroubleInWords } from '../wording/camera-trouble.ts';
import type { CameraTrouble } from './camera-trouble.ts';

/** Why there is no live picture, and what to do about it. */
export function CameraTroubleNotice(props: { trouble: CameraTrouble; tryAgain: () => void }): ReactNode {
  const { what, todo } = cameraTroubleInWords(props.trouble);
  return (
    <Notice kind="bad" role="alert">
      <p>
        <b>{what}</b>
      </p>
      <p>{todo}</p>
      <ActionButton onPress={props.tryAgain}>
        <Trans>Try again</Trans>
      </ActionButton>
    </Notice>
  );
}

import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { cameraTroubleInWords } from '../wording/camera-trouble.ts';
import type { CameraTrouble } from './camera-trouble.ts';

/** Why there is no live picture, and what to do about it. `shortcut`: the key of the step that tries it again. */
export function CameraTroubleNotice(props: {
  trouble: CameraTrouble;
  shortcut: string;
  tryAgain: () => void;
}): ReactNode {
  const { what, todo } = cameraTroubleInWords(props.trouble);
  return (
    <Notice kind="bad" role="alert">
      <p>
        <b>{what}</b>
      </p>
      <p>{todo}</p>
      <ActionButton shortcut={props.shortcut} onPress={props.tryAgain}>
        <Trans>Try again</Trans>
      </ActionButton>
    </Notice>
  );
}

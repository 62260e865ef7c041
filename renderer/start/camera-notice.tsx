import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { Notice } from '../parts/notice.tsx';

/** Without a camera nobody gets a card: said before a name is typed, and not at the third step. */
export function CameraNotice(): ReactNode {
  return (
    <div data-notice="no-camera">
      <Notice kind="warn" role="status">
        <p>
          <Trans>
            <b>No camera found.</b> Plug it in before you start: every card needs a photo. If it’s plugged in,
            call your IT staff.
          </Trans>
        </p>
      </Notice>
    </div>
  );
}

import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { Notice } from '../parts/notice.tsx';

/** To supervisors: nobody could come in any more if their passphrases were lost, and nobody has decided that it be so. */
export function RecoveryNotice({ status }: { status: KioskStatus }): ReactNode {
  const { recovery, staff } = status;
  const isOpen = recovery.kind === 'undecided' || recovery.kind === 'used';
  if (staff?.role !== 'supervisor' || !isOpen) return null;
  return (
    <div data-notice="recovery" data-recovery={recovery.kind}>
      <Notice kind="warn">
        <p>
          {recovery.kind === 'used' ? (
            <Trans comment="Notice to a supervisor. Recovery codes are on paper, for a lost passphrase; F4 is a key, Staff a section.">
              The recovery codes are used up. Make new ones: press F4, then open Staff.
            </Trans>
          ) : (
            <Trans comment="Notice to a supervisor. Recovery codes are on paper, for a lost passphrase; F4 is a key, Staff a section.">
              Nobody has decided about recovery codes yet. Press F4, then open Staff to decide.
            </Trans>
          )}
        </p>
      </Notice>
    </div>
  );
}

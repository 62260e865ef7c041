import type { ReactNode } from 'react';
import { neighborOfTextSize } from '../../../shared/residents/text-height.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { useTypedWhenOpen } from '../page/typed-here.ts';
import type { OpenDialog } from '../page/use-open-dialog.ts';
import { useTextSizeKeys } from '../page/use-text-size-keys.ts';
import { useResident } from '../resident-context.ts';
import { IdleWarning } from './idle-warning.tsx';
import { LeaveDialog } from './leave-dialog.tsx';
import { PrivacyCover } from './privacy-cover.tsx';
import { SettingDialogs } from './setting-dialogs.tsx';
import { StaffDialog } from './staff-dialog.tsx';
import { StartOverDialog } from './start-over-dialog.tsx';

interface OverlaysProps {
  readonly dialogs: OpenDialog;
  readonly isCovered: boolean;
  /** Something was entered, and can be covered. */
  readonly canCover: boolean;
  readonly onCover: (isCovered: boolean) => void;
  readonly staffSignIn: (onReturn: () => void) => ReactNode;
  readonly children: ReactNode;
}

/** What may lie over every screen of a resident, and the keys that work on all of them. */
export function Overlays(props: OverlaysProps): ReactNode {
  const { dialogs, isCovered, canCover, onCover } = props;
  const { dialog } = dialogs;
  const { settings, idle } = useResident();
  const isOpen = useTypedWhenOpen() !== null;
  const callStaff = (): void => dialogs.open('staff');
  const cover = (): void => {
    dialogs.closeAll();
    onCover(!isCovered);
  };
  // What gives the screen away, sets an application aside or locks it for staff is here their way to their own.
  useKeys({ F6: callStaff, F10: callStaff, F11: callStaff }, dialog === null && !isCovered && idle === null);
  useKeys({ F9: cover }, canCover && idle === null);
  useTextSizeKeys((step) => {
    const { textSize } = settings.settings;
    settings.change({ textSize: step === 0 ? 'normal' : neighborOfTextSize(textSize, step) });
  });
  return (
    <>
      <PrivacyCover isCovered={isCovered} onUncover={() => onCover(false)}>
        {props.children}
      </PrivacyCover>
      <SettingDialogs open={dialog} onClose={dialogs.closeThis} />
      <LeaveDialog isOpen={dialog === 'leave'} onClose={dialogs.closeThis} />
      <LeaveDialog hasTicket isOpen={dialog === 'leave-with-ticket'} onClose={dialogs.closeThis} />
      <StaffDialog isOpen={dialog === 'staff'} onClose={dialogs.closeThis} signIn={props.staffSignIn} />
      {isOpen ? <StartOverDialog isOpen={dialog === 'start-over'} onClose={dialogs.closeThis} /> : null}
      <IdleWarning />
    </>
  );
}

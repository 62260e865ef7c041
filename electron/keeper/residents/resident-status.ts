import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type {
  HandedBack,
  ResidentSetting,
  ResidentStatus,
} from '../../../shared/contract/residents/resident-acts.ts';
import { confirmedLanguages } from '../../../shared/residents/confirmed-catalogs.ts';
import { type AcceptedNotices, textsNow } from './accepted-notices.ts';
import type { ResidentScreen } from './resident-screen.ts';

/** What is told about residents from. */
export interface ResidentStatusPort {
  readonly kiosk: {
    forResidents(): { readonly setting: ResidentSetting; readonly displayWidth: number | null };
  };
  readonly residentScreen: Pick<ResidentScreen, 'language' | 'idle' | 'visitor' | 'leftBehind'>;
  readonly staff: { handedBack(): HandedBack | null };
  readonly acceptedNotices: Pick<AcceptedNotices, 'of'>;
  readonly policies: { readonly inForce: { readonly hash: PolicyHash } };
  readonly facts: { readonly version: string };
}

/** What every session is told about residents; nothing of any of them. */
export function residentStatus(port: ResidentStatusPort): ResidentStatus {
  const { setting, displayWidth } = port.kiosk.forResidents();
  return {
    setting,
    atScreen: port.residentScreen.language() !== null,
    displayWidthMillimeters: displayWidth,
    handedBack: port.staff.handedBack(),
    idle: port.residentScreen.idle(),
    isNumberTaken: port.residentScreen.leftBehind() === null,
    visitor: port.residentScreen.visitor(),
    confirmedLanguages: [...confirmedLanguages],
    acceptedNotices: port.acceptedNotices.of(textsNow(port)).map(({ language }) => language),
  };
}

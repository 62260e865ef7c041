import type { ApplicationId, PolicyHash, VisitorId } from '../../../shared/contract/ids.ts';
import type {
  HandedBack,
  ResidentSetting,
  ResidentStatus,
} from '../../../shared/contract/residents/resident-acts.ts';
import { confirmedLanguages } from '../../../shared/residents/confirmed-catalogs.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { type AcceptedNoticesReader, textsNow } from './accepted-notices.ts';

/** What is told about residents from. */
export interface ResidentStatusPort {
  readonly kiosk: {
    forResidents(): { readonly setting: ResidentSetting; readonly displayWidth: number | null };
  };
  readonly residentScreen: {
    language(): ResidentLanguage | null;
    idle(): ResidentStatus['idle'];
    visitor(): VisitorId;
    leftBehind(): ApplicationId | null;
  };
  readonly staff: { handedBack(): HandedBack | null };
  readonly acceptedNotices: AcceptedNoticesReader;
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

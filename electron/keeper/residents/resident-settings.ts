import type { Handlers } from '../../../shared/contract/declare.ts';
import type { PolicyHash } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { ResidentSetting } from '../../../shared/contract/residents/resident-acts.ts';
import { languageWordOf } from '../../../shared/ledger/language-word.ts';
import type { CompletePolicy } from '../../../shared/programme/complete.ts';
import { confirmedLanguages } from '../../../shared/residents/confirmed-catalogs.ts';
import { needsAcceptance } from '../../../shared/residents/offered-languages.ts';
import { err, ok } from '../../../shared/result.ts';
import type { EntryRecorder } from '../outbox/outbox.ts';
import { type ActorsPort, signedInActor } from '../staff/actor.ts';
import { type AcceptedNotices, textsNow } from './accepted-notices.ts';

type SettingCalls = Pick<
  Handlers<typeof keeperCalls>,
  'setResidentSetting' | 'setDisplayWidth' | 'acceptNotice'
>;

const notNow = { kind: 'not-now' } as const;

/** What the settings for residents need of the kiosk. */
export interface ResidentSettingsPort extends ActorsPort {
  readonly kiosk: {
    read(): unknown;
    forResidents(): { readonly setting: ResidentSetting; readonly displayWidth: number | null };
    setResidentSetting(setting: ResidentSetting): void;
    setDisplayWidth(millimeters: number): void;
  };
  readonly acceptedNotices: AcceptedNotices;
  readonly policies: {
    readonly inForce: {
      readonly hash: PolicyHash;
      readonly rules: { readonly notices?: CompletePolicy['notices'] | undefined };
    };
  };
  readonly facts: { readonly version: string };
  readonly outbox: EntryRecorder;
  readonly screens: { refresh(): void };
}

/** Acts of staff on how residents use this kiosk. */
export function residentSettings(port: ResidentSettingsPort): SettingCalls {
  const { kiosk, acceptedNotices, outbox, screens } = port;
  return {
    setResidentSetting({ setting }) {
      if (kiosk.forResidents().setting === setting) return ok({});
      const by = signedInActor(port).member;
      outbox.record(({ utc }) => {
        kiosk.setResidentSetting(setting);
        return { kind: 'resident-setting-chosen', utc, by, setting };
      });
      screens.refresh();
      return ok({});
    },
    setDisplayWidth({ millimeters }) {
      if (kiosk.forResidents().displayWidth === millimeters) return ok({});
      const by = signedInActor(port).member;
      outbox.record(({ utc }) => {
        kiosk.setDisplayWidth(millimeters);
        return { kind: 'display-measured', utc, by, millimeters: Math.round(millimeters) };
      });
      screens.refresh();
      return ok({});
    },
    acceptNotice({ language }) {
      const texts = textsNow(port);
      const isOpen =
        needsAcceptance(language, port.policies.inForce.rules, confirmedLanguages) &&
        !acceptedNotices.of(texts).some((each) => each.language === language);
      if (!isOpen) return err(notNow);
      const by = signedInActor(port).member;
      outbox.record(({ utc }) => {
        acceptedNotices.accept(language, texts, by, utc);
        const policy = texts.policy;
        return { kind: 'notice-accepted', utc, by, language: languageWordOf(language), policy };
      });
      screens.refresh();
      return ok({});
    },
  };
}

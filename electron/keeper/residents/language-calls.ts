import type { ApplicationSnapshot } from '../../../shared/contract/application/application-snapshot.ts';
import type { Answer, Handlers } from '../../../shared/contract/declare.ts';
import type { ApplicationId } from '../../../shared/contract/ids.ts';
import type { keeperCalls } from '../../../shared/contract/keeper.ts';
import type { ResidentLanguage } from '../../../shared/residents/language.ts';
import { andThen, ok } from '../../../shared/result.ts';
import type { Occupant } from '../applications/occupants.ts';
import { applicationIn } from '../applications/open-record.ts';

type LanguageCalls = Pick<Handlers<typeof keeperCalls>, 'chooseLanguage'>;

/** What choosing the language of an application needs of the kiosk. */
export interface LanguagePort {
  readonly vault: {
    together(bytes: number, writes: () => void): void;
    store(application: ApplicationId, column: 'answers', sealed: Uint8Array): void;
  };
  readonly residentScreen: {
    language(): ResidentLanguage | null;
    reads(language: ResidentLanguage): void;
  };
  readonly snapshots: { of(application: ApplicationId): ApplicationSnapshot };
  /** Keeps other answers, as whenever something was answered. */
  edit(sealed: Uint8Array): Promise<Answer<ApplicationSnapshot>> | Answer<ApplicationSnapshot>;
}

/** In which language an application is answered: chosen by its resident, or by staff for them. */
export function languageCalls(port: LanguagePort, occupant: Occupant): LanguageCalls {
  const { vault, residentScreen, snapshots } = port;
  return {
    chooseLanguage({ language, sealed }) {
      // Nobody sees here what else is in sealed answers. Of a screen that anybody may touch they are an edit like any other.
      if (residentScreen.language() !== null)
        return andThen(Promise.resolve(port.edit(sealed)), (snapshot) => {
          residentScreen.reads(language);
          return ok(snapshot);
        });
      const application = applicationIn(occupant);
      // For staff its state stays, and so does a refusal: nothing was answered otherwise.
      vault.together(sealed.byteLength, () => vault.store(application, 'answers', sealed));
      return ok(snapshots.of(application));
    },
  };
}

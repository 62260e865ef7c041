import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { ApplicationView } from '../../../shared/contract/application/application-view.ts';
import { denialSlip, slipLanguages } from '../../../shared/slips/denial-slip.ts';
import { useCore, usePractice, useStaffView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { PaperProgress } from '../../paper/paper-progress.tsx';
import { type PaperAct, usePaper } from '../../paper/use-paper.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { ChoiceList } from '../../parts/choice-list.tsx';
import { TooEarly } from '../../parts/keys/too-early.tsx';
import { useHandKey } from '../../parts/keys/use-hand-key.ts';
import { useKeys } from '../../parts/keys/use-keys.ts';
import { Notice } from '../../parts/notice.tsx';
import { Screen } from '../../parts/screen.tsx';
import { refusalInWords } from '../../wording/refusal.ts';
import { ReturnToApplicant } from '../return-to-applicant.tsx';
import { useWizard } from '../wizard-context.ts';
import styles from './denial-slip-step.module.css';
import { slipLanguageFor } from './slip-language.ts';
import { SlipOnScreen } from './slip-on-screen.tsx';
import { useWays } from './use-ways.ts';

/** A language by its own name: whoever reads it finds it. */
function nameOf(language: string): string {
  const name = new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  // Alone it begins as it does in every other list of languages: “Español”.
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/**
 * The slip of a refusal that stands. It can be printed or photographed as long as this is on the screen, and no printer
 * keeps the application: the clerk ends it whenever the applicant has the slip, or goes without.
 */
export function DenialSlipStep(props: { denial: NonNullable<ApplicationView['denial']> }): ReactNode {
  const { denial } = props;
  const { t } = useLingui();
  const { application, policy, isOverlaid, openDialog } = useWizard();
  const { client } = useCore();
  const kioskName = useStaffView(({ kioskName }) => kioskName) ?? '';
  const practice = usePractice();
  const act = useAct();
  const languages = slipLanguages(policy);
  const [chosen, setLanguage] = useState<string | null>(null);
  const language = chosen ?? slipLanguageFor(application.answers.language, languages);
  const ways = useWays();
  const paper = usePaper(() => client.printSlip({ kind: 'denial', language, ways }));
  const end = (): void => void act.run(() => client.endWithoutCard({ outcome: 'denied' }));
  const takeBack = (): void => void act.run(() => client.takeBackDenial({}));
  const ending = useHandKey('F12', end, !isOverlaid);
  const show = (): void => openDialog('show-applicant');
  useKeys({ F3: show, F7: paper.print, F8: takeBack }, !isOverlaid);
  const isPrinted = paper.progress?.ending?.kind === 'in-tray';
  const isOnItsWay = paper.underWay || (paper.progress !== null && !isPrinted);

  return (
    <Screen
      name="denial-slip"
      heading={t({
        message: 'Slip for the applicant',
        comment: 'Heading: the slip that says why no card is given and how to appeal.',
      })}
      focusHeading={languages.length < 2}
      wide
    >
      {languages.length < 2 ? null : (
        <div className={styles.languages}>
          <ChoiceList
            name="slip-language"
            legend={t({
              message: 'Language of the slip',
              comment: 'Label of a list of languages, each by its own name.',
            })}
            autoFocus
            value={language}
            onChoose={setLanguage}
            choices={languages.map((value) => ({ value, label: nameOf(value) }))}
          />
        </div>
      )}
      <div className={styles.acts}>
        {paper.printer === null ? null : (
          <ActionButton
            kind={isPrinted ? 'plain' : 'main'}
            shortcut="F7"
            ariaDisabled={paper.underWay && 'for-a-moment'}
            onPress={paper.print}
          >
            <Trans comment="Button: prints the slip that the applicant takes home.">Print slip</Trans>
          </ActionButton>
        )}
        <ActionButton kind={paper.printer === null ? 'main' : 'plain'} shortcut="F3" onPress={show}>
          <Trans>Show applicant</Trans>
        </ActionButton>
        <ActionButton kind="danger" neverByKey {...ending.button} ariaDisabled={act.busy && 'for-a-moment'}>
          <Trans comment="Button: the city refuses the card, and the application is erased.">
            Deny and erase
          </Trans>
        </ActionButton>
        <ActionButton kind="quiet" shortcut="F8" onPress={takeBack}>
          <Trans comment="Button: the refusal is taken back, and the application continues.">
            Take back denial
          </Trans>
        </ActionButton>
        <TooEarly keys={[ending]} />
      </div>
      <SlipState paper={paper} isOnItsWay={isOnItsWay} />
      <ReturnToApplicant />
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
      <SlipOnScreen
        slip={denialSlip(policy, kioskName, denial, { language, ways, practice })}
        language={language}
        modules={denial.modules}
      />
    </Screen>
  );
}

/** How far the slip on paper has come, and beside it what the clerk does with it. */
function SlipState({ paper, isOnItsWay }: { paper: PaperAct; isOnItsWay: boolean }): ReactNode {
  const prints = paper.printer !== null;
  return (
    <div className={styles.state}>
      <PaperProgress paper={paper} />
      <div className={styles.next} data-prints={prints} data-slip-on-its-way={isOnItsWay}>
        {isOnItsWay ? (
          <Notice kind="warn" role="status">
            <p>
              <Trans comment="Status line. The slip says why no card is given.">
                The slip isn’t printed yet. After erasing, you can’t print it again or show it here.
              </Trans>
            </p>
          </Notice>
        ) : (
          <p>
            {prints ? (
              <Trans comment="What the clerk does with the slip that says why no card is given.">
                Give the applicant the slip, or let them take a photo of it here. No copy stays after erasing.
              </Trans>
            ) : (
              <Trans comment="What the clerk does with the slip that says why no card is given, where no printer prints it.">
                Let the applicant take a photo of the slip here. No copy stays after erasing.
              </Trans>
            )}
          </p>
        )}
      </div>
    </div>
  );
}

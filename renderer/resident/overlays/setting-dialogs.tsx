import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { offeredLanguages } from '../../../shared/residents/offered-languages.ts';
import { residentTextSizes } from '../../../shared/residents/text-height.ts';
import { residentThemes } from '../../../shared/residents/themes.ts';
import { KeyFilterChoices } from '../../parts/key-filter/key-filter-choices.tsx';
import { SwitchChoices } from '../../parts/switch-access/switch-choices.tsx';
import { residentTextSizeInWords, residentThemeInWords } from '../../wording/resident/settings.ts';
import { LanguageButtons } from '../parts/language-buttons.tsx';
import { PressButton } from '../parts/press-button.tsx';
import { ScrollingDialog } from '../parts/scrolling-dialog.tsx';
import { type ResidentDialog, useResident } from '../resident-context.ts';
import styles from './setting-dialogs.module.css';

/** What may be set at any time: each choice is seen at once, and the dialog stays until it is closed. */
export function SettingDialogs(props: { open: ResidentDialog | null; onClose: () => void }): ReactNode {
  const { t } = useLingui();
  const { open, onClose } = props;
  const { status, policy, language, languageRefusal, chooseLanguage, settings } = useResident();
  const { textSize, theme, keyFilter, switchKeys } = settings.settings;
  return (
    <>
      <SettingDialog isOpen={open === 'language'} heading={t`Language`} onClose={onClose}>
        <LanguageButtons
          languages={offeredLanguages(policy, status)}
          current={language}
          refusal={languageRefusal}
          onChoose={(chosen) => void chooseLanguage(chosen).then((isChosen) => (isChosen ? onClose() : null))}
        />
      </SettingDialog>
      <SettingDialog isOpen={open === 'text-size'} heading={t`Text size`} onClose={onClose}>
        {residentTextSizes.map((size) => (
          <PressButton
            key={size}
            isChosen={size === textSize}
            onPress={() => settings.change({ textSize: size })}
          >
            {residentTextSizeInWords(size)}
          </PressButton>
        ))}
      </SettingDialog>
      <SettingDialog isOpen={open === 'contrast'} heading={t`Contrast`} onClose={onClose}>
        {residentThemes.map((each) => (
          <PressButton key={each} isChosen={each === theme} onPress={() => settings.change({ theme: each })}>
            {residentThemeInWords(each)}
          </PressButton>
        ))}
      </SettingDialog>
      <SettingDialog isOpen={open === 'keys'} heading={t`Keyboard`} isWide onClose={onClose}>
        <KeyFilterChoices
          settings={keyFilter}
          onChange={(changed) => settings.change({ keyFilter: changed })}
        />
        <SwitchChoices value={switchKeys} onChange={(keys) => settings.change({ switchKeys: keys })} />
      </SettingDialog>
    </>
  );
}

function SettingDialog(props: {
  isOpen: boolean;
  heading: string;
  /** Several lists, side by side where there is room. */
  isWide?: boolean;
  onClose: () => void;
  children: ReactNode;
}): ReactNode {
  const { isWide = false } = props;
  return (
    <ScrollingDialog isOpen={props.isOpen} heading={props.heading} wide={isWide} onClose={props.onClose}>
      <div className={isWide ? styles.lists : styles.choices}>{props.children}</div>
      <PressButton kind="main" onPress={props.onClose}>
        <Trans comment="Button that closes a list of settings on a resident’s screen; what was chosen stays.">
          Close settings
        </Trans>
      </PressButton>
    </ScrollingDialog>
  );
}

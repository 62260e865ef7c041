import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import type { ReactNode } from 'react';
import { I18nProvider as AriaLocale } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import '../../../renderer/styles/base.css';
import { messages } from '../../../renderer/i18n/en.po';
import { residentLanguages } from '../../../shared/residents/language.ts';
import { ActionButtonStage } from './action-button.tsx';
import { ChoiceListStage, NameListStage } from './choice-list.tsx';
import { DialogStage } from './dialog.tsx';
import { IrreversibleStage } from './irreversible.tsx';
import { KeyFilterStage } from './key-filter.tsx';
import { MembersTableStage } from './members-table.tsx';
import { keyboardStage } from './on-screen-keyboard.tsx';
import { ReadyToneStage } from './ready-tone.tsx';
import { SwitchesStage } from './switches.tsx';
import { SecretFieldStage, TextFieldStage } from './text-field.tsx';

const stages: Readonly<Record<string, () => ReactNode>> = {
  'action-button': ActionButtonStage,
  'choice-list': ChoiceListStage,
  dialog: DialogStage,
  irreversible: IrreversibleStage,
  'key-filter': KeyFilterStage,
  ...Object.fromEntries(
    residentLanguages.map((language) => [`keyboard-${language}`, keyboardStage(language)]),
  ),
  'members-table': MembersTableStage,
  'name-list': NameListStage,
  'ready-tone': ReadyToneStage,
  'secret-field': SecretFieldStage,
  switches: SwitchesStage,
  'text-field': TextFieldStage,
};

i18n.load('en', messages);
i18n.activate('en');

const Stage = stages[new URLSearchParams(location.search).get('stage') ?? ''];
const root = document.getElementById('root');
if (Stage === undefined || root === null) throw new Error('no such stage');
createRoot(root).render(
  <I18nProvider i18n={i18n}>
    <AriaLocale locale="en-US">
      <main>
        <Stage />
      </main>
    </AriaLocale>
  </I18nProvider>,
);

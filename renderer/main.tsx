import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { StrictMode } from 'react';
import { I18nProvider as AriaLocale } from 'react-aria-components';
import { createRoot } from 'react-dom/client';
import './styles/base.css';
import { App } from './app.tsx';
import { createClient } from './core-client/client.ts';
import { connect } from './core-client/connect.ts';
import { CoreProvider } from './core-client/core.tsx';
import { afterEvent, createCoreStore } from './core-client/store.ts';
import { messages } from './i18n/en.po';
import { followStaffsChoice, forgetEachVisitor } from './resident/page/next-visitor.ts';
import { residentPage } from './resident/page/resident-page.ts';

i18n.load('en', messages);
i18n.activate('en');

const bridge = window.counterfoil;
const store = createCoreStore();
const client = createClient(bridge, (application) =>
  store.setState((view) => afterEvent(view, { kind: 'application', application })),
);
connect(bridge, client, store);
forgetEachVisitor(store, residentPage);
followStaffsChoice(store, residentPage);

const root = document.getElementById('root');
if (root === null) throw new Error('index.html has no #root');
// React takes everything off the page when a screen throws.
createRoot(root, { onUncaughtError: () => bridge.failed() }).render(
  <StrictMode>
    <I18nProvider i18n={i18n}>
      <AriaLocale locale="en-US">
        <CoreProvider client={client} store={store}>
          <App painted={() => bridge.painted()} />
        </CoreProvider>
      </AriaLocale>
    </I18nProvider>
  </StrictMode>,
);

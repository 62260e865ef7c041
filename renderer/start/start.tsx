import { Trans, useLingui } from '@lingui/react/macro';
import { type KeyboardEvent, type ReactNode, useRef } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Notice } from '../parts/notice.tsx';
import { Perforation } from '../parts/perforation.tsx';
import { Screen } from '../parts/screen.tsx';
import { refusalInWords } from '../wording/refusal.ts';
import { FindCard } from './find-card.tsx';
import { InProgress } from './in-progress.tsx';
import { LastApplication } from './last-application.tsx';
import styles from './start.module.css';
import { TodaysCounts } from './todays-counts.tsx';
import { useOpenNext } from './use-open-next.ts';

/** Between two people: begin, open what is in progress, and how the last application ended. */
export function StartScreen({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const start = useAct();
  const opening = useOpenNext(status);
  const cardField = useRef<HTMLInputElement>(null);
  const erasing = status.turnOver.kind === 'erasing';
  const name = status.staff?.name ?? '';

  // A card that is scanned while the focus rests on Start goes into its field. Were it not so, the Enter at
  // the scan's end would begin a new application.
  const onKeyDown = (event: KeyboardEvent): void => {
    const isCharacter = [...event.key].length === 1 && event.key !== ' ';
    const inField = event.target instanceof HTMLInputElement;
    if (isCharacter && !inField && !event.ctrlKey && !event.altKey && !event.metaKey) cardField.current?.focus();
  };

  return (
    <div className={styles.frame} onKeyDown={onKeyDown} role="presentation">
      <div className={styles.start}>
        <Screen name="start" heading={t`Next person`} wide>
          <div className={styles.begin}>
            <ActionButton
              kind="main"
              large
              autoFocus
              shortcut="Enter"
              asleep={erasing || start.busy || opening}
              describedBy="start-note"
              onPress={() => void start.run(() => client.startApplication({}))}
            >
              <Trans>Start</Trans>
            </ActionButton>
            <p id="start-note" className={styles.note}>
              {erasing ? (
                <Trans>The last record is still being erased. Start wakes by itself when that is proven.</Trans>
              ) : opening ? (
                <Trans>Opening the application you chose…</Trans>
              ) : (
                <Trans>Begins a new application.</Trans>
              )}
            </p>
          </div>
          {start.refusal === null ? null : (
            <Notice kind="bad" role="alert">
              <p>{refusalInWords(start.refusal)}</p>
            </Notice>
          )}
          <FindCard inputRef={cardField} />
          <InProgress applications={status.inProgress} />
        </Screen>
        <div className={styles.perforation}>
          <Perforation torn={status.turnOver.kind === 'ended'} />
        </div>
        <aside className={styles.side} aria-label={t`What the city keeps`}>
          <LastApplication turnOver={status.turnOver} shown={status.shown} />
          <TodaysCounts counts={status.counts} />
          <div className={styles.staff}>
            <p>
              <Trans>
                Signed in: <b>{name}</b>
              </Trans>
            </p>
            <ActionButton kind="quiet" onPress={() => void client.signOut({})}>
              <Trans>Sign out</Trans>
            </ActionButton>
          </div>
        </aside>
      </div>
    </div>
  );
}

import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { RecordSearchStatus } from '../../shared/contract/command/record-search.ts';
import type { StaffRole } from '../../shared/contract/status.ts';
import { unreachable } from '../../shared/result.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Notice } from '../parts/notice.tsx';
import { Refused } from '../parts/refused.tsx';
import { Screen } from '../parts/screen.tsx';
import styles from '../supervisor/supervisor.module.css';
import { AskForName } from './ask-for-name.tsx';
import { SearchAnswer } from './search-answer.tsx';
import { SearchRunning } from './search-running.tsx';

/** One search for a name, from the question to its answer. The session was begun for it and ends with it. */
export function RecordSearchScreen(props: { search: RecordSearchStatus; role: StaffRole }): ReactNode {
  const { search, role } = props;
  const { t } = useLingui();
  const { client } = useCore();
  const closing = useAct();
  /** In this page alone, as long as it shows this screen. */
  const [asked, setAsked] = useState<string | null>(null);
  const [asking, setAsking] = useState(false);
  const close = (): void => void closing.run(() => client.endRecordSearch({}));
  // What runs is canceled first: one key never does both.
  useKeys({ Escape: close }, search.kind !== 'running' && !asking);
  const wayOut = (
    <ActionButton kind="quiet" shortcut="Esc" ariaDisabled={closing.busy && 'for-a-moment'} onPress={close}>
      <Trans comment="Button: the name search ends, and the name that was typed is erased.">
        Close and erase the name
      </Trans>
    </ActionButton>
  );
  const isAnswer = role === 'supervisor' && search.kind === 'answered';
  return (
    <Screen
      name="record-search"
      heading={t({
        message: 'Name search',
        comment: 'Heading of a screen: two supervisors search all open applications for a person.',
      })}
      wide
    >
      {role === 'supervisor' ? (
        <SearchAtHand search={search} asked={asked} wayOut={wayOut} onAsked={setAsked} onAsking={setAsking} />
      ) : (
        <p>
          <Trans>A supervisor’s name search is open here. Close it to serve applicants.</Trans>
        </p>
      )}
      <Refused refusal={closing.refusal} />
      {search.kind === 'running' || isAnswer ? null : <div className={styles.choices}>{wayOut}</div>}
    </Screen>
  );
}

function SearchAtHand(props: {
  search: RecordSearchStatus;
  asked: string | null;
  /** The button that closes the search, for where it stands beside others. */
  wayOut: ReactNode;
  onAsked: (name: string) => void;
  onAsking: (asking: boolean) => void;
}): ReactNode {
  const { search, asked, wayOut, onAsked, onAsking } = props;
  switch (search.kind) {
    case 'asking':
      return <AskForName onAsked={onAsked} onAsking={onAsking} />;
    case 'running':
      return <SearchRunning search={search} />;
    case 'answered':
      return (
        <SearchAnswer search={search} asked={asked}>
          {wayOut}
        </SearchAnswer>
      );
    case 'stopped':
      return (
        <>
          <div data-search-stopped={search.why}>
            <Notice kind={search.why === 'canceled' ? 'warn' : 'bad'} role="status">
              <p>
                {search.why === 'canceled' ? (
                  <Trans comment="A search was stopped before its end.">
                    You canceled the search. There is no result.
                  </Trans>
                ) : (
                  <Trans comment="A search failed.">
                    The search failed, so there is no result. Search again. If it fails again, call your IT
                    staff.
                  </Trans>
                )}
              </p>
            </Notice>
          </div>
          <AskForName onAsked={onAsked} onAsking={onAsking} />
        </>
      );
    default:
      return unreachable(search);
  }
}

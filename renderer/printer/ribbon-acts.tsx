import { Trans } from '@lingui/react/macro';
import { type ReactNode, type RefObject, useRef, useState } from 'react';
import type { RibbonId } from '../../shared/contract/ids.ts';
import type { Ribbons } from '../../shared/contract/status.ts';
import { useCore, useTimeZone } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useAwake } from '../parts/keys/use-awake.ts';
import { Notice } from '../parts/notice.tsx';
import { minuteInWords } from '../wording/dates.ts';
import { entryKindInWords } from '../wording/ledger/entry-kind.ts';
import { refusalInWords } from '../wording/refusal.ts';
import styles from './ribbon-acts.module.css';

/** An entry that one of the two acts made. */
export type RibbonEntry =
  | { readonly kind: 'ribbon-fitted' }
  | { readonly kind: 'ribbon-removed'; readonly ribbon: RibbonId };

/** The ribbon that is in, and the two acts of a change: the used one is out, a new one is in. */
export function RibbonActs(props: {
  ribbons: Ribbons;
  onMade: (entry: RibbonEntry) => void;
  autoFocus?: boolean;
}): ReactNode {
  const { ribbons, onMade, autoFocus = false } = props;
  const { client } = useCore();
  const act = useAct();
  const out = useRef<HTMLButtonElement>(null);
  const into = useRef<HTMLButtonElement>(null);
  const timeZone = useTimeZone();
  const { fitted } = ribbons;
  // The button that is enabled when it appears; later ones are given the focus by what was noted, or not at all.
  const [atFirst] = useState(() => (fitted === null ? 'into' : 'out'));
  // The key that noted the used one as removed gives this button the focus, and a habit presses it twice.
  const isNewOneAwake = useAwake(fitted === null);
  const noteOut = async (): Promise<void> => {
    if (fitted === null) return;
    if (!(await act.run(() => client.removeRibbon({})))) return;
    onMade({ kind: 'ribbon-removed', ribbon: fitted.ribbon });
    focus(into);
  };
  const noteNewOne = async (): Promise<void> => {
    if (await act.run(() => client.fitRibbon({}))) onMade({ kind: 'ribbon-fitted' });
  };
  const since = fitted === null ? null : minuteInWords(fitted.since, timeZone);
  return (
    <div className={styles.acts} data-ribbon={fitted === null ? 'none' : 'fitted'}>
      <p>
        {since === null ? (
          <Trans comment="The ribbon is the printer’s film of dye.">
            No ribbon is recorded as being in the printer.
          </Trans>
        ) : (
          <Trans comment="About the printer’s ribbon, a film of dye. {since} is a date and time.">
            A ribbon has been in the printer since {since}.
          </Trans>
        )}
      </p>
      <div className={styles.choices}>
        <ActionButton
          buttonRef={out}
          autoFocus={autoFocus && atFirst === 'out'}
          ariaDisabled={fitted === null || (act.busy && 'for-a-moment')}
          onPress={() => void noteOut()}
        >
          {/* As the ledger's entry is called that it makes. */}
          {entryKindInWords('ribbon-removed')}
        </ActionButton>
        <ActionButton
          buttonRef={into}
          autoFocus={autoFocus && atFirst === 'into'}
          asleep={!isNewOneAwake}
          ariaDisabled={fitted !== null || (act.busy && 'for-a-moment')}
          onPress={() => void noteNewOne()}
        >
          {entryKindInWords('ribbon-fitted')}
        </ActionButton>
      </div>
      {act.refusal === null ? null : (
        <Notice kind="bad" role="alert">
          <p>{refusalInWords(act.refusal)}</p>
        </Notice>
      )}
    </div>
  );
}

function focus(button: RefObject<HTMLButtonElement | null>): void {
  button.current?.focus();
}

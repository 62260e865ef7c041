import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import { type CustodyKind, custodyKinds } from '../../shared/contract/custody.ts';
import { ChoiceList } from '../parts/choice-list.tsx';
import { Notice } from '../parts/notice.tsx';
import { custodyAdvice, custodyInWords } from '../wording/custody.ts';

/** Where keys may be kept, and what that means: chosen here, or decided in the settings. */
export function WhereKeysAreKept(props: {
  /** What the settings decide; null: nothing. */
  readonly preset: CustodyKind | null;
  readonly custody: CustodyKind | null;
  /** Why it is not possible here; null: it is. */
  readonly reasonAgainst: (kind: CustodyKind) => string | null;
  /** The decision is being carried out: it is that one, and no other. */
  readonly asleep: boolean;
  readonly onChoose: (kind: CustodyKind) => void;
}): ReactNode {
  const { preset, custody, reasonAgainst, asleep, onChoose } = props;
  const { t } = useLingui();
  if (preset !== null) return <PresetCustody custody={preset} against={reasonAgainst(preset)} />;
  return (
    <>
      <p>
        <Trans comment="Keys are encryption keys. Handoff is giving the card to the applicant; the key is destroyed then.">
          Each application has its own key. Without it, nobody can read the application. Decide where keys are
          kept until handoff.
        </Trans>
      </p>
      <ChoiceList
        name="custody"
        legend={t`Where encryption keys are kept`}
        isLegendHidden
        numbered
        autoFocus
        asleep={asleep}
        value={custody}
        onChoose={onChoose}
        choices={custodyKinds.map((kind) => ({
          value: kind,
          label: custodyInWords(kind),
          detail: <p>{custodyAdvice(kind)}</p>,
          disabledReason: reasonAgainst(kind),
        }))}
      />
    </>
  );
}

/** Decided in the settings: there is nothing to choose. `against`: why it is not possible here; null: it is. */
function PresetCustody({
  custody,
  against,
}: {
  readonly custody: CustodyKind;
  readonly against: string | null;
}): ReactNode {
  const decision = custodyInWords(custody);
  return (
    <>
      <p>
        <Trans comment="Keys are encryption keys.">
          Each application has its own key. Without it, nobody can read the application.
        </Trans>
      </p>
      <p data-preset-custody={custody}>
        <Trans comment="{decision} is one of “Keys kept in memory” and “Keys kept on disk”. The settings are a file that only IT staff can change.">
          Your IT staff decided this in the settings: {decision}.
        </Trans>
      </p>
      <p>{custodyAdvice(custody)}</p>
      {against === null ? null : (
        <Notice kind="bad">
          <p data-cannot-seal>{against}</p>
        </Notice>
      )}
    </>
  );
}

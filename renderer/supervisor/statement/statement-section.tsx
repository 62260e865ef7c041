import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { StatementPaper } from '../../../shared/contract/paper.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { isVoid } from '../../../shared/statement/void.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { Refused } from '../../parts/refused.tsx';
import { sectionInWords } from '../../wording/section.ts';
import { EntryMade } from '../entry-made.tsx';
import { SectionPanel } from '../section-panel.tsx';
import { Sentences } from '../sentences.tsx';
import styles from '../supervisor.module.css';
import { ShownStatement } from './shown-statement.tsx';
import { makingStatementInWords } from './statement-effects.ts';

interface Made {
  readonly paper: StatementPaper;
  readonly digest: string;
}

/** Makes a custody statement: what that does is said before it is done, and what was found after it. */
export function StatementSection({ status }: { status: KioskStatus }): ReactNode {
  const { t } = useLingui();
  const { client } = useCore();
  const act = useAct();
  const [made, setMade] = useState<Made | null>(null);
  const proves = made !== null && !isVoid(made.paper);
  const search = act.busy ? status.statementSearch : null;
  const make = (): void => {
    setMade(null);
    void act.run(async () => {
      const answer = await client.makeStatement({});
      if (answer.ok) setMade(answer.value);
      return answer;
    });
  };
  return (
    <SectionPanel section="statement" heading={sectionInWords('statement')}>
      <Sentences all={makingStatementInWords()} />
      <div className={styles.choices}>
        <ActionButton
          kind={proves ? 'plain' : 'main'}
          ariaDisabled={act.busy && 'for-a-moment'}
          onPress={make}
        >
          <Trans comment="Button. A custody statement is a signed list of what this kiosk holds.">
            Make custody statement
          </Trans>
        </ActionButton>
      </div>
      <div role="status" data-statement-search={search === null ? undefined : search.files}>
        {search === null ? null : <FilesRead files={search.files} />}
      </div>
      <Refused refusal={act.refusal} />
      <EntryMade
        kind={made === null ? null : 'statement-made'}
        failure={
          made === null || proves
            ? undefined
            : t({
                message: 'This statement is void. Make it again.',
                comment:
                  'Warning above a custody statement, a signed list of what this kiosk holds, whose search missed what was planted to test it.',
              })
        }
      />
      {made === null ? null : <ShownStatement key={made.digest} {...made} />}
    </SectionPanel>
  );
}

function FilesRead({ files }: { files: number }): ReactNode {
  return (
    <p>
      <Plural
        comment="Progress of a search through this kiosk’s own files. # is how many it has read so far."
        value={files}
        one="Searching… # file read."
        other="Searching… # files read."
      />
    </p>
  );
}

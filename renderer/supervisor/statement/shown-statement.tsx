import { Trans } from '@lingui/react/macro';
import { Fragment, type ReactNode, useEffect, useRef, useState } from 'react';
import type { StatementPaper } from '../../../shared/contract/paper.ts';
import { isVoid, VOID } from '../../../shared/statement/void.ts';
import { useCore } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import { PaperProgress } from '../../paper/paper-progress.tsx';
import { usePaper } from '../../paper/use-paper.ts';
import { ActionButton } from '../../parts/action-button.tsx';
import { WrittenFile } from '../ledger/written-file.tsx';
import styles from '../supervisor.module.css';
import own from './shown-statement.module.css';

/** What was found, in the words of the paper, and its way to paper and to a stick. English, as the paper is. */
export function ShownStatement({ paper, digest }: { paper: StatementPaper; digest: string }): ReactNode {
  const { client } = useCore();
  const act = useAct();
  const heading = useRef<HTMLHeadingElement>(null);
  const [file, setFile] = useState<string | null>(null);
  const print = usePaper(() => client.printStatement({ digest }));
  useEffect(() => heading.current?.focus(), []);
  const save = (): void => {
    setFile(null);
    void act.run(async () => {
      const answer = await client.saveStatement({ digest });
      if (answer.ok) setFile(answer.value.file);
      return answer;
    });
  };
  return (
    <>
      <div className={own.shown} lang="en" data-shown-statement={digest}>
        <h3 ref={heading} tabIndex={-1} className={own.heading}>
          {paper.heading}
        </h3>
        {paper.lines.map((line) => (
          <p key={line}>{line === VOID ? <b>{line}</b> : line}</p>
        ))}
        {paper.sections.map(({ label, rows, lines }) => (
          <details key={label}>
            <summary>{label}</summary>
            <dl className={own.rows}>
              {rows.map((row, index) => (
                // The same label may stand in two rows.
                // biome-ignore lint/suspicious/noArrayIndexKey: the rows of one paper never change places
                <Fragment key={index}>
                  <dt>{row.label}</dt>
                  <dd className={own.value}>{row.value}</dd>
                </Fragment>
              ))}
            </dl>
            {lines.map((line) => (
              <p key={line}>{line}</p>
            ))}
          </details>
        ))}
        <details>
          <summary>{paper.code.label}</summary>
          <p>{paper.code.says}</p>
          <p className={own.value} data-statement-code="">
            {paper.code.text}
          </p>
        </details>
      </div>
      <div className={styles.choices}>
        {print.printer === null ? null : (
          <ActionButton
            kind={isVoid(paper) ? 'plain' : 'main'}
            ariaDisabled={print.underWay && 'for-a-moment'}
            onPress={print.print}
          >
            <Trans comment="Button. A custody statement is a signed list of what this kiosk holds.">
              Print statement
            </Trans>
          </ActionButton>
        )}
        <ActionButton ariaDisabled={act.busy && 'for-a-moment'} onPress={save}>
          <Trans comment="Button. The statement is a signed list of what this kiosk holds.">
            Save statement to USB drive
          </Trans>
        </ActionButton>
      </div>
      <PaperProgress paper={print} />
      <WrittenFile file={file} refusal={act.refusal} />
    </>
  );
}

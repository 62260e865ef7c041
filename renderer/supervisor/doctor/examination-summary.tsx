import { Plural, Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { Examination, ExaminedReport } from '../../../shared/contract/doctor/doctor-acts.ts';
import { useTimeZone } from '../../core-client/core.tsx';
import { Notice } from '../../parts/notice.tsx';
import { momentInWords } from '../../wording/dates.ts';
import styles from '../supervisor.module.css';

/** When this computer was looked at, and what came of it in a sentence. Null: nobody has looked. */
export function ExaminationSummary({ examination }: { readonly examination: Examination | null }): ReactNode {
  const timeZone = useTimeZone();
  if (examination === null) {
    return (
      <p data-examination="none" className={styles.note}>
        <Trans comment="Where the results of a check of this computer would be.">
          No one has checked this computer since the kiosk started.
        </Trans>
      </p>
    );
  }
  const utc = examination.kind === 'ran' ? examination.report.utc : examination.utc;
  const moment = momentInWords(Date.parse(utc), timeZone);
  return (
    <div role="status" data-examination={examination.kind}>
      {examination.kind === 'ran' ? (
        <Ran report={examination.report} moment={moment} />
      ) : (
        <Notice kind="bad">
          <p>
            <Trans comment="{moment} is a date and time.">
              The kiosk tried to check this computer on {moment}, and couldn’t. Check it again. If it fails
              again, your IT staff find the reason in the computer’s log.
            </Trans>
          </p>
        </Notice>
      )}
    </div>
  );
}

/** What stops a go-live comes first, whether it failed or nobody could know it: never as something that is in order. */
function Ran({ report, moment }: { readonly report: ExaminedReport; readonly moment: string }): ReactNode {
  const { checks } = report;
  const failed = checks.filter(({ verdict }) => verdict === 'fail').length;
  const unknown = checks.filter(({ verdict, stopsGoLive }) => verdict !== 'fail' && stopsGoLive).length;
  const warnings = checks.filter(({ verdict }) => verdict === 'warn').length;
  if (failed > 0 || unknown > 0) return <Stopping {...{ failed, unknown, moment }} />;
  if (warnings > 0) {
    return (
      <Notice kind="warn">
        <p>
          <Plural
            comment="Summary of the checks of this computer: nothing failed. {moment} is a date and time."
            value={warnings}
            one={`Checked on ${moment}: nothing failed, and there is # warning.`}
            other={`Checked on ${moment}: nothing failed, and there are # warnings.`}
          />
        </p>
      </Notice>
    );
  }
  return (
    <Notice kind="good">
      <p>
        <Trans comment="Summary of the checks of this computer. {moment} is a date and time.">
          Checked on {moment}: nothing is wrong that can be seen here.
        </Trans>
      </p>
    </Notice>
  );
}

function Stopping(props: {
  readonly failed: number;
  /** Nobody could know them, and a promise hangs on each. */
  readonly unknown: number;
  readonly moment: string;
}): ReactNode {
  const { failed, unknown, moment } = props;
  return (
    <Notice kind="bad">
      {failed === 0 ? null : (
        <p>
          <Plural
            comment="Summary of the checks of this computer. {moment} is a date and time."
            value={failed}
            one={`Checked on ${moment}: # check failed.`}
            other={`Checked on ${moment}: # checks failed.`}
          />
        </p>
      )}
      {unknown === 0 ? null : (
        <p data-unknown={unknown}>
          <Plural
            comment="Summary of the checks of this computer: what they would have found out stays unknown. {moment} is a date and time. To go live is to begin serving real applicants."
            value={unknown}
            one={`Checked on ${moment}: # result can’t be known, and stops a go-live.`}
            other={`Checked on ${moment}: # results can’t be known, and stop a go-live.`}
          />
        </p>
      )}
    </Notice>
  );
}

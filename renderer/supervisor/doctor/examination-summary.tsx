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

function Ran({ report, moment }: { readonly report: ExaminedReport; readonly moment: string }): ReactNode {
  const count = (wanted: 'fail' | 'warn'): number =>
    report.checks.filter(({ verdict }) => verdict === wanted).length;
  const failed = count('fail');
  const warnings = count('warn');
  if (failed > 0) {
    return (
      <Notice kind="bad">
        <p>
          <Plural
            comment="Summary of the checks of this computer. {moment} is a date and time."
            value={failed}
            one={`Checked on ${moment}: # check failed.`}
            other={`Checked on ${moment}: # checks failed.`}
          />
        </p>
      </Notice>
    );
  }
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

import { Trans, useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { ExaminedCheck } from '../../shared/contract/doctor/doctor-acts.ts';
import type { Verdict } from '../../shared/doctor/finding.ts';
import { type Column, DataTable } from '../parts/data-table/data-table.tsx';
import { checkInWords } from '../wording/doctor/check.ts';
import { verdictInWords } from '../wording/doctor/verdict.ts';
import styles from './checks-table.module.css';
import { RemedyText } from './remedy-text.tsx';
import { worstFirst } from './worst-first.ts';

/**
 * Checks of this computer, the worst first. What was found and what to do are the doctor’s own words, for IT: they are in English,
 * whatever staff read.
 */
export function ChecksTable({ checks }: { readonly checks: readonly ExaminedCheck[] }): ReactNode {
  const { t } = useLingui();
  const columns: readonly Column<ExaminedCheck>[] = [
    {
      heading: t({ message: 'What was checked', comment: 'Column heading: parts of this computer.' }),
      cell: ({ id }) => <WhatIsChecked id={id} />,
    },
    {
      heading: t({ message: 'Result', comment: 'Column heading: what a check of this computer came to.' }),
      cell: (check) => <VerdictWords check={check} />,
    },
    {
      heading: t({ message: 'What was found', comment: 'Column heading. The cells are in English, for IT.' }),
      cell: ({ found }) => (
        <p lang="en" className={styles.english}>
          {found}
        </p>
      ),
    },
    {
      heading: t({ message: 'How to fix it', comment: 'Column heading. The cells are in English, for IT.' }),
      cell: ({ remedies }) => <Remedies remedies={remedies} />,
    },
  ];
  return (
    <DataTable
      columns={columns}
      rows={worstFirst(checks)}
      keyOf={({ id }) => id}
      name={t({ message: 'Checks of this computer', comment: 'Name of a table, for screen readers.' })}
      marks={{ 'data-checks': checks.length }}
      marksOf={({ id, verdict, stopsGoLive }) => ({
        ...{ 'data-check': id, 'data-verdict': verdict, 'data-stops': stopsGoLive },
      })}
    />
  );
}

function WhatIsChecked({ id }: Pick<ExaminedCheck, 'id'>): ReactNode {
  const { title, why } = checkInWords(id);
  return (
    <>
      {title}
      <p className={styles.why}>{why}</p>
    </>
  );
}

// Color never speaks alone.
const SIGNS: Readonly<Record<Verdict, string>> = { pass: '✓', 'not-run': '–', warn: '!', fail: '×' };

function VerdictWords({ check }: { readonly check: ExaminedCheck }): ReactNode {
  const { verdict, stopsGoLive } = check;
  // What nobody knows is as bad as what failed where it stops as that does.
  const looksLike = stopsGoLive ? 'fail' : verdict;
  return (
    <>
      <span className={styles.verdict} data-verdict={looksLike}>
        <span aria-hidden="true">{SIGNS[looksLike]}</span>
        {verdictInWords(verdict)}
      </span>
      {stopsGoLive && verdict !== 'fail' ? (
        <p className={styles.why}>
          <Trans comment="Below the result “Not known” of a check of this computer. To go live is to begin serving real applicants.">
            This stops a go-live.
          </Trans>
        </p>
      ) : null}
    </>
  );
}

function Remedies({ remedies }: Pick<ExaminedCheck, 'remedies'>): ReactNode {
  if (remedies.length === 0) return null;
  return (
    <ul lang="en" className={`${styles.remedies} ${styles.english}`}>
      {remedies.map((remedy) => (
        <li key={remedy}>
          <RemedyText>{remedy}</RemedyText>
        </li>
      ))}
    </ul>
  );
}

import { useLingui } from '@lingui/react/macro';
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
      cell: ({ verdict }) => <VerdictWords verdict={verdict} />,
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
      marks={{ 'data-checks': checks.length }}
      marksOf={({ id, verdict }) => ({ 'data-check': id, 'data-verdict': verdict })}
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

function VerdictWords({ verdict }: Pick<ExaminedCheck, 'verdict'>): ReactNode {
  return (
    <span className={styles.verdict} data-verdict={verdict}>
      <span aria-hidden="true">{SIGNS[verdict]}</span>
      {verdictInWords(verdict)}
    </span>
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

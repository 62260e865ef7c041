import { Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useState } from 'react';
import type { KioskStatus } from '../../shared/contract/status.ts';
import { unreachable } from '../../shared/result.ts';
import { useCore } from '../core-client/core.tsx';
import { goTo } from '../core-client/place.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { useKeys } from '../parts/keys/use-keys.ts';
import { Screen } from '../parts/screen.tsx';
import { DaySection } from './day/day-section.tsx';
import { DoctorSection } from './doctor/doctor-section.tsx';
import { HoldSection } from './holds/hold-section.tsx';
import { LedgerSection } from './ledger/ledger-section.tsx';
import { PolicySection } from './policy/policy-section.tsx';
import { PracticeSection } from './practice/practice-section.tsx';
import { PrinterSection } from './printer/printer-section.tsx';
import { RecordsSection } from './records/records-section.tsx';
import { ResidentsSection } from './residents/residents-section.tsx';
import { SectionTab } from './section-tab.tsx';
import { keyOf, type Section, sectionsFor } from './sections.ts';
import { StaffSection } from './staff/staff-section.tsx';
import { StatementSection } from './statement/statement-section.tsx';
import { StatisticsSection } from './statistics/statistics-section.tsx';
import styles from './supervisor.module.css';
import { SuspensionSection } from './suspension/suspension-section.tsx';

function SectionAtHand({ section, status }: { section: Section; status: KioskStatus }): ReactNode {
  switch (section) {
    case 'staff':
      return <StaffSection status={status} />;
    case 'printer':
      return <PrinterSection status={status} />;
    case 'hold':
      return <HoldSection status={status} />;
    case 'records':
      return <RecordsSection />;
    case 'ledger':
      return <LedgerSection />;
    case 'policy':
      return <PolicySection />;
    case 'practice':
      return <PracticeSection status={status} />;
    case 'statistics':
      return <StatisticsSection status={status} />;
    case 'day':
      return <DaySection status={status} />;
    case 'suspension':
      return <SuspensionSection status={status} />;
    case 'statement':
      return <StatementSection status={status} />;
    case 'residents':
      return <ResidentsSection status={status} />;
    case 'computer':
      return <DoctorSection />;
    default:
      return unreachable(section);
  }
}

/** What supervisors do besides serving; for IT staff the printers, the ledger and orders. */
export function SupervisorArea({
  status,
  opensAt,
}: {
  status: KioskStatus;
  /** The section that whoever comes back from it left; null: the first one. */
  opensAt: Section | null;
}): ReactNode {
  const { t } = useLingui();
  const role = status.staff?.role ?? 'clerk';
  const isLive = status.custody !== null;
  const sections = sectionsFor(role, isLive);
  const [chosen, setChosen] = useState(opensAt);
  const section = chosen ?? sections[0];
  // IT staff see no application: there is no start screen to go back to, but what the screen says of files that don't fit.
  const back = role === 'it' && status.misfit === null ? null : (): void => goTo('start');

  // Before go-live there is one way on, which no other place may hide.
  const change = isLive ? (): void => goTo('change-passphrase') : null;
  const keys: Record<string, () => unknown> = change === null ? {} : { p: change, P: change };
  for (const each of sections) {
    const key = keyOf(each, sections);
    // A letter with the shift key and without.
    for (const typed of [key, key.toLowerCase()]) keys[typed] = () => setChosen(each);
  }
  if (back !== null) keys.Escape = back;
  useKeys(keys);

  return (
    <Screen
      name="supervisor"
      help={section}
      heading={
        role === 'it'
          ? t`IT staff`
          : t({
              message: 'Supervisor',
              context: 'place',
              comment:
                'Button that opens the supervisor’s area, and heading of that area: a place, not a person.',
            })
      }
      beside={<BesideHeading {...{ back, change }} name={status.staff?.name ?? ''} />}
      wide
    >
      <div className={styles.area}>
        <nav
          className={styles.sections}
          aria-label={t({
            message: 'Sections',
            comment: 'Name of the list of sections, for screen readers.',
          })}
        >
          {sections.map((each) => (
            <SectionTab
              key={each}
              section={each}
              shortcut={keyOf(each, sections)}
              current={each === section}
              onPress={() => setChosen(each)}
            />
          ))}
        </nav>
        {section === undefined ? null : <SectionAtHand key={section} section={section} status={status} />}
      </div>
    </Screen>
  );
}

/** Who is signed in, and the ways out. Null: there is none from here. */
function BesideHeading({
  name,
  back,
  change,
}: {
  readonly name: string;
  readonly back: (() => void) | null;
  readonly change: (() => void) | null;
}): ReactNode {
  const { client } = useCore();
  return (
    <div className={styles.beside}>
      <p>
        <Trans>
          Signed in: <b>{name}</b>
        </Trans>
      </p>
      {back === null ? null : (
        <ActionButton kind="quiet" shortcut="Esc" onPress={back}>
          <Trans comment="Button: back to the start screen.">Return to start</Trans>
        </ActionButton>
      )}
      {change === null ? null : (
        <ActionButton kind="quiet" shortcut="P" onPress={change}>
          <Trans>Change passphrase</Trans>
        </ActionButton>
      )}
      <ActionButton kind="quiet" onPress={() => void client.signOut({})}>
        <Trans>Sign out</Trans>
      </ActionButton>
    </div>
  );
}

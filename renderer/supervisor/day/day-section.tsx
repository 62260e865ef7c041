import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { type ReactNode, useEffect, useState } from 'react';
import type { DaySheet } from '../../../shared/contract/counter-day/day-acts.ts';
import type { KioskStatus } from '../../../shared/contract/status.ts';
import { useCore } from '../../core-client/core.tsx';
import { Notice } from '../../parts/notice.tsx';
import { dateWithWeekday } from '../../wording/dates.ts';
import { addedInWords } from '../../wording/day/difference.ts';
import { sectionInWords } from '../../wording/section.ts';
import { EntryMade } from '../entry-made.tsx';
import { DaySheetPaper } from '../ledger/day-sheet-paper.tsx';
import { SectionPanel } from '../section-panel.tsx';
import { BlanksForm } from './blanks-form.tsx';
import { CloseDay } from './close-day.tsx';
import { MakeSheet } from './make-sheet.tsx';
import { PackUp } from './pack-up.tsx';
import { PackingUp } from './packing-up.tsx';

/** What was done here last. */
type Made =
  | { readonly kind: 'day-opened'; readonly blanks: number }
  /** `packedUp`: packing up ended with it, and its sheet speaks for both. */
  | { readonly kind: 'day-closed'; readonly sheet: DaySheet | null; readonly packedUp: boolean }
  | { readonly kind: 'sheet-made'; readonly sheet: DaySheet }
  | { readonly kind: 'blanks-noted'; readonly added: number };

/** The counter's day: opened and closed with the blank cards counted, and the kiosk packed up. */
export function DaySection({ status }: { status: KioskStatus }): ReactNode {
  const [made, setMade] = useState<Made | null>(null);
  const { counterDay, practice } = status;
  useEffect(() => {
    // The form that was filled in is gone, and the focus with it.
    if (made?.kind === 'day-opened') document.getElementById('section-heading')?.focus();
  }, [made]);
  return (
    <SectionPanel section="day" heading={sectionInWords('day')}>
      <p data-day={counterDay.open === null ? 'none' : 'open'}>
        <DayNow status={status} />
      </p>
      <EntryMade kind={entryOf(made)} />
      {made?.kind === 'day-opened' ? <OpenedWith blanks={made.blanks} /> : null}
      {made?.kind === 'day-closed' || made?.kind === 'sheet-made' ? <SheetOfDay sheet={made.sheet} /> : null}
      {counterDay.packUp === null ? null : (
        <PackingUp packUp={counterDay.packUp} status={status}>
          {counterDay.packUp.isDone && !hasItsSheet(made) ? (
            <MakeSheet onMade={(sheet) => setMade({ kind: 'sheet-made', sheet })} />
          ) : null}
        </PackingUp>
      )}
      {practice ? null : <DayForms status={status} made={made} onMade={setMade} />}
      {practice || counterDay.packUp !== null ? null : <PackUp status={status} />}
    </SectionPanel>
  );
}

/** What the ledger has by now of what was done; a sheet says itself which entry it made. */
function entryOf(made: Made | null): 'day-opened' | 'day-closed' | null {
  if (made === null || made.kind === 'blanks-noted' || made.kind === 'sheet-made') return null;
  return made.kind === 'day-closed' && made.sheet === null ? null : made.kind;
}

/** Whether the sheet on the screen is from after packing up. */
function hasItsSheet(made: Made | null): boolean {
  return made?.kind === 'sheet-made' || (made?.kind === 'day-closed' && made.packedUp && made.sheet !== null);
}

/** Once, so that a slip of the finger is seen: later the number would be in the way of an honest count. */
function OpenedWith({ blanks }: { blanks: number }): ReactNode {
  return (
    <p role="status" data-opened-with={blanks}>
      <Plural
        comment="After the counter’s day was opened. # counts unprinted cards."
        value={blanks}
        one="Opened with # blank card. If that’s wrong, close the day and open it again."
        other="Opened with # blank cards. If that’s wrong, close the day and open it again."
      />
    </p>
  );
}

function SheetOfDay({ sheet }: { sheet: DaySheet | null }): ReactNode {
  if (sheet !== null) return <DaySheetPaper sheet={sheet} />;
  return (
    <div data-notice="sheet-later">
      <Notice kind="warn" role="alert">
        <p>
          <Trans comment="Notice after the counter’s day was closed.">
            The day is closed, but the ledger’s entry can’t be saved to the disk, so there is no day sheet
            yet. When the disk works again, open Ledger and make it there. Don’t turn off the kiosk before
            then.
          </Trans>
        </p>
      </Notice>
    </div>
  );
}

function DayNow({ status }: { status: KioskStatus }): ReactNode {
  const { open } = status.counterDay;
  if (status.practice) {
    return (
      <Trans comment="Practice is with made-up applicants. A day is the counter’s, with blank cards counted.">
        This kiosk is set to practice. Nothing is counted, so no day is opened or closed.
      </Trans>
    );
  }
  if (open === null)
    return <Trans comment="The counter’s day, with blank cards counted.">No day is open.</Trans>;
  const day = dateWithWeekday(open);
  return (
    <Trans comment="{day} is like Tuesday, November 24, 2026: the day that was opened at the counter.">
      Open: {day}
    </Trans>
  );
}

function DayForms(props: {
  status: KioskStatus;
  made: Made | null;
  onMade: (made: Made | null) => void;
}): ReactNode {
  const { status, made, onMade } = props;
  const { t } = useLingui();
  const { client } = useCore();
  if (status.counterDay.open === null) {
    // To open a day now is possible, and not what comes next.
    const isPacking = status.counterDay.packUp?.isDone === false;
    return (
      <BlanksForm
        id="open-day"
        heading={t({ message: 'Open the day', comment: 'Heading of a form: the counter opens for the day.' })}
        label={t({
          message: 'Blank cards, in the printer and in stock',
          comment: 'Label of a field for a number of unprinted cards.',
        })}
        hint={t({
          message: 'Count them. When you close the day, the kiosk tells you how many should be left.',
          comment: 'Hint below a field for a number of unprinted cards.',
        })}
        isMain={made?.kind !== 'day-closed' && made?.kind !== 'sheet-made' && !isPacking}
        send={(blanks) => client.openDay({ blanks })}
        onDone={(blanks) => onMade({ kind: 'day-opened', blanks })}
      >
        <Trans comment="Button: the counter opens for the day.">Open day</Trans>
      </BlanksForm>
    );
  }
  return (
    <>
      <CloseDay
        status={status}
        onClosed={(sheet) =>
          onMade({ kind: 'day-closed', sheet, packedUp: status.counterDay.packUp !== null })
        }
      />
      <BlanksForm
        id="added-blanks"
        heading={t({
          message: 'Blank cards added',
          comment: 'Heading of a form: unprinted cards that came in during the day.',
        })}
        label={t({
          message: 'Added since opening, in total',
          comment: 'Label of a field for a number of unprinted cards.',
        })}
        hint={
          made?.kind === 'blanks-noted'
            ? addedInWords(made.added)
            : t({
                message: 'If you enter another number later, it replaces this one.',
                comment: 'Hint below a field for a number of unprinted cards that came in during the day.',
              })
        }
        isMain={false}
        send={(added) => client.noteAddedBlanks({ added })}
        onDone={(added) => onMade({ kind: 'blanks-noted', added })}
      >
        <Trans comment="Button: the kiosk counts with unprinted cards that came in during the day.">
          Note added cards
        </Trans>
      </BlanksForm>
    </>
  );
}

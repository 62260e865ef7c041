import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { RecordSearchStatus } from '../../shared/contract/command/record-search.ts';
import type { RecordMatch, SearchFindings } from '../../shared/record-search/statement.ts';
import { useCore, usePolicy, useTimeZone } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { PaperProgress } from '../paper/paper-progress.tsx';
import { usePaper } from '../paper/use-paper.ts';
import { ActionButton } from '../parts/action-button.tsx';
import { Actions } from '../parts/actions.tsx';
import { Notice } from '../parts/notice.tsx';
import { EntryMade } from '../supervisor/entry-made.tsx';
import { WrittenFile } from '../supervisor/ledger/written-file.tsx';
import { Sentences } from '../supervisor/sentences.tsx';
import styles from '../supervisor/supervisor.module.css';
import { inputInFull } from '../wording/application/fields.ts';
import {
  nameMatchInWords,
  searchLimitsInWords,
  searchVerdictInWords,
  staffTextInWords,
} from '../wording/command/record-search.ts';
import { searchReasonInWords } from '../wording/command/search-reason.ts';
import { isoDayInWords, momentInWords } from '../wording/dates.ts';

type Answered = Extract<RecordSearchStatus, { kind: 'answered' }>;

/** What a search came to, what that does not say, and how it leaves the kiosk. `children`: the button that closes it. */
export function SearchAnswer(props: {
  search: Answered;
  asked: string | null;
  children: ReactNode;
}): ReactNode {
  const { search, asked } = props;
  const { client } = useCore();
  const { findings, file } = search;
  const { verdict, matches, staffTexts } = findings;
  const saving = useAct();
  const paper = usePaper(() => client.printRecordSearch({}));
  const answer = useRef<HTMLDivElement>(null);
  useEffect(() => answer.current?.focus(), []);
  return (
    <div className={styles.section}>
      <div ref={answer} tabIndex={-1} data-search-verdict={verdict}>
        <Notice kind={verdict === 'not-known' ? 'warn' : 'plain'} role="status">
          {asked === null ? null : <p>{asked}</p>}
          <p>
            <b>{searchVerdictInWords(verdict)}</b>
          </p>
        </Notice>
      </div>
      <div className={styles.columns}>
        <div className={styles.column}>
          <StaffTexts staffTexts={staffTexts} />
          <Matches matches={matches} />
          <Figures search={search} />
          <EntryMade kind="records-searched" />
        </div>
        <div className={styles.column}>
          <h2 className={styles.subheading}>
            <Trans>Limits of the search</Trans>
          </h2>
          <Sentences all={searchLimitsInWords()} />
          {paper.printer === null ? <NothingPrints /> : null}
        </div>
      </div>
      <Actions>
        <ActionButton
          kind="main"
          ariaDisabled={saving.busy && 'for-a-moment'}
          onPress={() => void saving.run(() => client.saveRecordSearch({}))}
        >
          <Trans comment="Button: writes the signed result to a USB drive, without the name.">
            Save signed result
          </Trans>
        </ActionButton>
        {paper.printer === null ? null : (
          <ActionButton ariaDisabled={paper.underWay && 'for-a-moment'} onPress={paper.print}>
            <Trans comment="Button: prints the result of a name search, with the name on it.">
              Print result with the name
            </Trans>
          </ActionButton>
        )}
        {/* With the others, which stay in sight: a page with a name on it is never left open for want of the way out. */}
        {props.children}
      </Actions>
      <WrittenFile file={file} refusal={saving.refusal} />
      {paper.printer === null ? null : <PaperProgress paper={paper} />}
    </div>
  );
}

/** Without the paper the file alone remains, and names nobody. */
function NothingPrints(): ReactNode {
  return (
    <div data-notice="no-paper">
      <Notice kind="warn">
        <p>
          <Trans comment="Notice beside the result of a name search: the paper, which has the name on it, can’t be printed.">
            No ordinary printer is chosen. A saved result alone can never show which name it is about: only
            the paper has that. To get the paper, close this search and choose an ordinary printer under
            Supervisor, Printers. Then search again.
          </Trans>
        </p>
      </Notice>
    </div>
  );
}

function Figures({ search: { findings, reason, began } }: { search: Answered }): ReactNode {
  const timeZone = useTimeZone();
  const { searched, unsearchable, failed, beingErased, erasedMeanwhile } = findings;
  const moment = momentInWords(began, timeZone);
  const why = searchReasonInWords(reason);
  return (
    <ul className={styles.sentences}>
      <li data-searched={searched}>
        <Trans comment="A count in the result of a name search.">Applications searched: {searched}</Trans>
      </li>
      <li data-unsearchable={unsearchable}>
        <Trans comment="A count in the result of a name search: the kiosk has no key that opens them.">
          Encrypted, not searchable: {unsearchable}
        </Trans>
      </li>
      <li data-search-failed={failed}>
        <Trans comment="A count in the result of a name search: the program that was to search them gave no usable answer. A new search may.">
          Search failed: {failed}
        </Trans>
      </li>
      <li data-being-erased={beingErased}>
        <Trans comment="A count in the result of a name search.">Being erased: {beingErased}</Trans>
      </li>
      <li data-erased-meanwhile={erasedMeanwhile}>
        <Trans comment="A count in the result of a name search: they were there when it began, and are gone.">
          Erased during the search: {erasedMeanwhile}
        </Trans>
      </li>
      <li>
        <Trans comment="When and why a name was searched for: a date and time, and a reason.">
          Searched on {moment}. Reason: {why}.
        </Trans>
      </li>
    </ul>
  );
}

/** Kinds of texts that staff typed of which one has the name; or that nobody knows. */
function StaffTexts({ staffTexts }: Pick<SearchFindings, 'staffTexts'>): ReactNode {
  if (staffTexts === null)
    return (
      <p data-staff-texts="not-searched">
        <Trans comment="In the result of a name search: the program that was to search them gave no usable answer.">
          Texts of staff weren’t searched. Search again.
        </Trans>
      </p>
    );
  if (staffTexts.length === 0) return null;
  return (
    <ul className={styles.sentences} data-staff-texts="found">
      {staffTexts.map(({ source, match }) => (
        <li key={source} data-staff-text={source}>
          {`${staffTextInWords(source)}, ${nameMatchInWords(match)}`}
        </li>
      ))}
    </ul>
  );
}

function Matches({ matches }: { matches: readonly RecordMatch[] }): ReactNode {
  const policy = usePolicy();
  if (matches.length === 0) return null;
  return (
    <ul className={styles.sentences} data-search-matches>
      {matches.map(({ ticket, day, found }) => {
        const where = found
          .map(({ input, match }) => `${inputInFull(input, policy.fields)}, ${nameMatchInWords(match)}`)
          .join(' · ');
        const date = isoDayInWords(day);
        return (
          <li key={`${day} ${ticket}`} data-match-ticket={ticket}>
            <Trans comment="Where a name was found: {ticket} is a number, {date} the day on which it was given, {where} a list like “Name, exactly as typed”.">
              <b>Ticket {ticket}</b> · {date} · {where}
            </Trans>
          </li>
        );
      })}
    </ul>
  );
}

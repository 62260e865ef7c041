import { useLingui } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { DayFigures } from '../../../shared/contract/counter-day/day-acts.ts';
import { drawerVerdict } from '../../../shared/counter-day/drawer.ts';
import { TextField } from '../../parts/text-field/text-field.tsx';
import { blanksProblemInWords, moneyProblemInWords } from '../../wording/day/counted-problem.ts';
import { blanksDifferenceInWords, drawerInWords, otherFeesInWords } from '../../wording/day/difference.ts';
import { Sentences } from '../sentences.tsx';
import type { ClosingDraft, JudgedDraft } from './closing-draft.ts';
import { DifferenceChoice } from './difference-choice.tsx';

interface CountedProps {
  readonly figures: DayFigures;
  readonly draft: ClosingDraft;
  readonly judged: JudgedDraft;
  /** Somebody wanted to close with it as it is. */
  readonly wasPressed: boolean;
  readonly onChange: (part: Partial<ClosingDraft>) => void;
}

/** The blank cards that are left. What was expected is told when a number is typed: read before, it would be found in the box. */
export function BlanksCounted(props: CountedProps): ReactNode {
  const { figures, draft, judged, onChange, wasPressed } = props;
  const { t } = useLingui();
  const { blanks, blanksProblem } = judged;
  // An empty field is no problem before somebody wants to close.
  const problem = blanksProblem === 'empty' && !wasPressed ? null : blanksProblem;
  return (
    <>
      <TextField
        id="blanks-now"
        label={t({
          message: 'Blank cards now, in the printer and in stock',
          comment: 'Label of a field for a number of unprinted cards.',
        })}
        kind="digits"
        value={draft.blanks}
        hint={blanks === null ? undefined : blanksDifferenceInWords(blanks, figures.blanks.expected)}
        problem={problem === null ? null : blanksProblemInWords(problem)}
        onChange={(typed) => onChange({ blanks: typed })}
      />
      <DifferenceChoice
        name="blanks-reason"
        legend={t({ message: 'Why the blank cards don’t match', comment: 'Label of a choice of reasons.' })}
        reasons={judged.blanksReasons}
        value={draft.blanksReason}
        isLacking={wasPressed && judged.lacking === 'blanks-reason'}
        onChoose={(blanksReason) => onChange({ blanksReason })}
      />
    </>
  );
}

/** The money in the drawer, where there are fees that its number of payments can be compared with. `open`: open applications. */
export function DrawerCounted(props: CountedProps & { readonly open: number }): ReactNode {
  const { figures, draft, judged, wasPressed, onChange, open } = props;
  const { t } = useLingui();
  const { cents, drawerProblem } = judged;
  if (figures.fees.expected === null) return null;
  const others = otherFeesInWords(drawerVerdict(figures.fees.expected, cents), open);
  return (
    <>
      <TextField
        id="drawer-now"
        label={t({
          message: 'Fees in the drawer, without starting cash',
          comment: 'Label of a field for an amount of money.',
        })}
        kind="digits"
        value={draft.drawer}
        hint={
          cents === null
            ? t({
                message: 'Leave empty if it isn’t counted here.',
                comment: 'Hint below a field for money.',
              })
            : drawerInWords(figures.fees, cents)
        }
        problem={drawerProblem === null ? null : moneyProblemInWords(drawerProblem)}
        onChange={(typed) => onChange({ drawer: typed })}
      />
      {others.length === 0 ? null : (
        <div data-other-fees={others.length}>
          <Sentences all={others} />
        </div>
      )}
      <DifferenceChoice
        name="drawer-reason"
        legend={t({ message: 'Why the drawer doesn’t match', comment: 'Label of a choice of reasons.' })}
        reasons={judged.drawerReasons}
        value={draft.drawerReason}
        isLacking={wasPressed && judged.lacking === 'drawer-reason'}
        onChoose={(drawerReason) => onChange({ drawerReason })}
      />
    </>
  );
}

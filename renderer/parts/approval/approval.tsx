import { type ReactNode, useState } from 'react';
import type { Answer } from '../../../shared/contract/declare.ts';
import type { Refusal } from '../../../shared/contract/refusals.ts';
import { err, unreachable } from '../../../shared/result.ts';
import { useCore, useCoreView, useStaffView } from '../../core-client/core.tsx';
import { useAct } from '../../core-client/use-act.ts';
import type { AskedApproval } from '../../wording/act.ts';
import { ApprovalDialog } from './approval-dialog.tsx';
import { secondPerson } from './second-person.ts';

type Perform = () => Promise<Answer<unknown>>;

type Supervised = Exclude<AskedApproval, { readonly act: 'deny' }>;

/** An act that some may do alone and others only with a supervisor beside them. */
export interface Approval {
  readonly busy: boolean;
  /** Why the act itself was refused. Why an approval was refused stands in the dialog. */
  readonly refusal: Refusal | null;
  /** The dialog is open: keys of the screen below are not for it. */
  readonly asking: boolean;
  /**
   * Does the act; where the person signed in may not do it alone, asks for a supervisor first. `true` when
   * the core agreed; `false` also when nobody approved. `underWay`: what the question says while an approved act is carried out
   * that takes longer than a press.
   */
  run(act: Supervised, perform: Perform, about?: readonly string[], underWay?: string): Promise<boolean>;
  clear(): void;
  /** Belongs into the screen, anywhere: it lies over everything while it asks. */
  readonly dialog: ReactNode;
}

interface Pending {
  readonly act: Supervised;
  readonly about: readonly string[];
  readonly underWay: string | null;
  readonly perform: Perform;
  readonly finish: (done: boolean) => void;
}

/** One act with the approval that it may need: from what is declared about it, and from who is signed in. */
export function useApproval(): Approval {
  const { client } = useCore();
  const staff = useStaffView((now) => now.staff);
  const policy = useCoreView((view) => view.policy);
  const { busy, refusal, run, clear } = useAct();
  const [pending, setPending] = useState<Pending | null>(null);

  const ask: Approval['run'] = (act, perform, about = [], underWay) => {
    const needed = staff === null ? 'not-enough' : secondPerson(act.act, staff.role, policy ?? {});
    switch (needed) {
      case 'not-needed':
        return run(perform);
      case 'not-enough':
        return run(async () => err({ kind: 'not-allowed' }));
      case 'needed':
        clear();
        return new Promise((resolve) =>
          setPending({ act, about, underWay: underWay ?? null, perform, finish: resolve }),
        );
      default:
        return unreachable(needed);
    }
  };
  const finish = (done: boolean): void => {
    pending?.finish(done);
    setPending(null);
  };
  const approved = async (): Promise<void> => {
    if (pending === null) return;
    const done = await run(async () => {
      const answer = await pending.perform();
      // Spent by the act itself when that succeeded. An approval left over would be for anybody's next press.
      if (!answer.ok) await client.withdrawApproval({});
      return answer;
    });
    finish(done);
  };
  return {
    busy,
    refusal,
    asking: pending !== null,
    run: ask,
    clear,
    dialog:
      pending === null ? null : (
        <ApprovalDialog
          act={pending.act}
          about={pending.about}
          underWay={pending.underWay}
          onApproved={approved}
          onClose={() => finish(false)}
        />
      ),
  };
}

import { type ReactNode, useState } from 'react';
import type { CustodyKind } from '../../shared/contract/custody.ts';
import type { Answer } from '../../shared/contract/declare.ts';
import type { Examination, ExaminedCheck } from '../../shared/contract/doctor/doctor-acts.ts';
import type { Refusal } from '../../shared/contract/refusals.ts';
import type { CheckId } from '../../shared/doctor/check-id.ts';
import { useCore } from '../core-client/core.tsx';
import { useAct } from '../core-client/use-act.ts';
import { useApproval } from '../parts/approval/approval.tsx';
import { checkInWords } from '../wording/doctor/check.ts';

/** The act with which a kiosk goes live, and what stops it. */
export interface GoingLive {
  readonly busy: boolean;
  readonly refusal: Refusal | null;
  /** The failed checks of this computer that stop it. Empty: none does, or nobody could look. */
  readonly stopping: readonly ExaminedCheck[];
  /** A second supervisor is asked: keys of the screen below are not for the question. */
  readonly asking: boolean;
  decide(custody: CustodyKind): Promise<void>;
  /** In spite of these, once another supervisor has approved exactly them. */
  decideInSpiteOf(custody: CustodyKind, ids: readonly CheckId[]): Promise<void>;
  /** Belongs into the screen, anywhere. */
  readonly dialog: ReactNode;
}

/** `onDeciding`: the decision is on its way (`true`), or was refused (`false`). */
export function useGoingLive(onDeciding: (deciding: boolean) => void): GoingLive {
  const { client } = useCore();
  const act = useAct();
  const approval = useApproval();
  const [examination, setExamination] = useState<Examination | null>(null);
  const refusal = approval.refusal ?? act.refusal;
  const isStopped = refusal?.kind === 'doctor-stops' && examination?.kind === 'ran';

  const send = async (custody: CustodyKind, inSpiteOf: readonly CheckId[]): Promise<Answer<unknown>> => {
    onDeciding(true);
    const answer = await client.decideCustody({ custody, inSpiteOf: [...inSpiteOf] });
    if (answer.ok) return answer;
    onDeciding(false);
    // A refusal has names of checks alone: what was found is the kiosk’s to tell.
    if (answer.error.kind === 'doctor-stops') {
      const last = await client.lastExamination({});
      setExamination(last.ok ? last.value.examination : null);
    }
    return answer;
  };
  return {
    busy: act.busy || approval.busy,
    refusal,
    stopping: isStopped ? examination.report.checks.filter(({ stopsGoLive }) => stopsGoLive) : [],
    asking: approval.asking,
    async decide(custody) {
      approval.clear();
      await act.run(() => send(custody, []));
    },
    async decideInSpiteOf(custody, ids) {
      await approval.run(
        { act: 'decideCustody', inSpiteOf: [...ids] },
        () => send(custody, ids),
        ids.map((id) => checkInWords(id).title),
      );
    },
    dialog: approval.dialog,
  };
}

import { Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PolicyFault } from '../../../shared/contract/policy-acts.ts';
import { Notice } from '../../parts/notice.tsx';
import { policyFaultInWords } from '../../wording/policy/policy-fault.ts';
import { policyRemedyInWords } from '../../wording/policy/policy-remedy.ts';
import { FileMistakes } from './file-mistakes.tsx';

/** Why the policy on the drive cannot be installed, with each mistake in it. */
export function PolicyFaultNotice({ fault }: { fault: PolicyFault }): ReactNode {
  const shown = useRef<HTMLDivElement>(null);
  // Below the button that asked for it, which may be the last line that the screen has room for.
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), []);
  // What is in force already is no mistake of anybody's.
  const isInForce = fault.check === 'version' && fault.why === 'in-force';
  return (
    <div ref={shown} data-policy-fault={fault.check}>
      <Notice kind={isInForce ? 'plain' : 'bad'} role="alert">
        <p>
          {policyFaultInWords(fault)}{' '}
          <Trans comment="After a policy on a drive was refused.">Nothing on this kiosk changed.</Trans>
        </p>
        {fault.check === 'content' ? <FileMistakes {...fault} /> : null}
        <p>{policyRemedyInWords(fault)}</p>
      </Notice>
    </div>
  );
}

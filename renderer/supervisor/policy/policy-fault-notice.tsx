import { Plural, Trans } from '@lingui/react/macro';
import { type ReactNode, useEffect, useRef } from 'react';
import type { PolicyFault } from '../../../shared/contract/policy-acts.ts';
import { Notice } from '../../parts/notice.tsx';
import { policyFaultInWords, policyMistakeInWords } from '../../wording/policy/policy-fault.ts';
import own from './policy.module.css';

/** Why the policy on the drive cannot be installed, with each mistake in it. */
export function PolicyFaultNotice({ fault }: { fault: PolicyFault }): ReactNode {
  const shown = useRef<HTMLDivElement>(null);
  // Below the button that asked for it, which may be the last line that the screen has room for.
  useEffect(() => shown.current?.scrollIntoView({ block: 'nearest' }), []);
  return (
    <div ref={shown} data-policy-fault={fault.check}>
      <Notice kind="bad" role="alert">
        <p>
          {policyFaultInWords(fault)}{' '}
          <Trans comment="After a policy on a drive was refused.">Nothing on this kiosk changed.</Trans>
        </p>
        {fault.check === 'content' ? <Mistakes {...fault} /> : null}
      </Notice>
    </div>
  );
}

function Mistakes({ mistakes, more }: Extract<PolicyFault, { check: 'content' }>): ReactNode {
  return (
    <>
      <ul className={own.list}>
        {mistakes.map((mistake) => (
          <li key={`${mistake.line}:${mistake.column}:${mistake.at}:${mistake.allowed}`}>
            {policyMistakeInWords(mistake)}
          </li>
        ))}
      </ul>
      {more === 0 ? null : (
        <p>
          <Plural
            comment="After a list of mistakes in a file."
            value={more}
            one="And # more."
            other="And # more."
          />
        </p>
      )}
    </>
  );
}

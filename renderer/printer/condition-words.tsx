import { Trans } from '@lingui/react/macro';
import type { ReactNode } from 'react';
import type { PrinterCondition } from '../../shared/contract/printing/printer-status.ts';
import { unreachable } from '../../shared/result.ts';

/** How the printer is, in a word with its sign. What is wrong with it stands in a notice. */
export function ConditionWords({ kind }: { kind: PrinterCondition['kind'] }): ReactNode {
  switch (kind) {
    case 'unknown':
      return <Trans comment="Status of the printer, after its name.">not checked yet</Trans>;
    case 'ready':
      return (
        <>
          <span aria-hidden="true">✓ </span>
          <Trans comment="Status of the printer, after its name.">ready</Trans>
        </>
      );
    case 'working':
      return <Trans comment="Status of the printer, after its name.">busy</Trans>;
    case 'trouble':
    case 'refused':
      return (
        <b>
          <span aria-hidden="true">! </span>
          <Trans comment="Status of the printer, after its name: it has stopped, and the reason stands below.">
            needs attention
          </Trans>
        </b>
      );
    default:
      return unreachable(kind);
  }
}

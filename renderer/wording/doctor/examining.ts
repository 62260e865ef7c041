import { t } from '@lingui/core/macro';

/** While the kiosk looks whether its computer is in order. */
export function examiningInWords(): string {
  return t({
    message: 'Checking this computer. This can take up to three minutes…',
    comment: 'Status line, before the results are there.',
  });
}

import type { PrinterRefusal } from '../../../shared/contract/printing/printer.ts';
import type { IppTarget } from '../../../shared/printing/address.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { readCertificate } from '../../lib/ipp/certificate.ts';
import type { IppLimits } from '../../lib/ipp/limits.ts';
import { refusalOf } from '../ipp-printer/refusal-of.ts';

/**
 * The target with the certificate that is shown there. With a `pin` it must be that one; without, it is taken for
 * this one look, and a person compares it before anything is sent to it.
 */
export async function withCertificate(
  target: IppTarget,
  pin: string | null,
  limits: IppLimits,
): Promise<Result<IppTarget, PrinterRefusal>> {
  if (target.tls === null) return ok(target);
  const shown = await readCertificate(target, { limits });
  if (!shown.ok) return err(refusalOf(shown.error));
  const { fingerprint } = shown.value;
  if (pin !== null && pin !== fingerprint) return err({ kind: 'certificate-changed' });
  return ok({ ...target, tls: { pin: fingerprint } });
}

import type { ResidentsScreenStatus } from '../../shared/contract/residents/screen-status.ts';
import { isAnyInForce } from '../../shared/contract/suspension/suspension-status.ts';

/**
 * Whether whoever is here can begin anew without a clerk, and for a card, as far as a resident's screen is told: it is not told of all that
 * stops new applications.
 */
export function mayStartAnew(
  status: Pick<ResidentsScreenStatus, 'residents' | 'suspensions' | 'newOnesAreHeld'>,
): boolean {
  const { residents, suspensions, newOnesAreHeld } = status;
  return residents.setting === 'self-service' && !isAnyInForce(suspensions) && !newOnesAreHeld;
}

import { unreachable } from '../../result.ts';
import type { CardDesign } from './design.ts';
import type { CardDesignName } from './design-names.ts';
import { HARBOR } from './harbor/harbor.ts';
import { QUAY } from './quay/quay.ts';

/** The design of that name. */
export function findDesign(name: CardDesignName): CardDesign {
  switch (name) {
    case 'harbor':
      return HARBOR;
    case 'quay':
      return QUAY;
    default:
      return unreachable(name);
  }
}

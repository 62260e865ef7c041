import { ANCHOR } from '../../seals/anchor.ts';
import type { CardDesign } from '../design.ts';
import { BACK } from './back.ts';
import { FRONT } from './front.ts';

/** A large name on woven ground, the portrait on the right in a panel of the accent. */
export const QUAY: CardDesign = { second: '#C2552D', seal: ANCHOR, front: FRONT, back: BACK };

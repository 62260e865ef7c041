import { LIGHTHOUSE } from '../../seals/lighthouse.ts';
import type { CardDesign } from '../design.ts';
import { BACK } from './back.ts';
import { FRONT } from './front.ts';

/** A band with the seal above a portrait on the left, over waves. */
export const HARBOR: CardDesign = { second: '#C8963E', seal: LIGHTHOUSE, front: FRONT, back: BACK };

import type { CodeItem } from '../face.ts';
import { encodeCode, QUIET_MODULES } from './card-code.ts';
import { moduleFor } from './code-modules.ts';

/**
 * The QR code of a text in the middle of a square place that holds its quiet zone, with the largest modules of
 * whole dots that fit. Throws where a design has too little room: what the code says is ours, not typed.
 */
export function placeCode(text: string, xMm: number, yMm: number, sizeMm: number): CodeItem {
  const modules = encodeCode(text);
  const moduleMm = moduleFor(modules.length + 2 * QUIET_MODULES, sizeMm);
  if (moduleMm === null) throw new Error('the design has no room for the code');
  const codeMm = modules.length * moduleMm;
  const marginMm = (sizeMm - codeMm) / 2;
  return {
    kind: 'code',
    xMm: xMm + marginMm,
    yMm: yMm + marginMm,
    widthMm: codeMm,
    heightMm: codeMm,
    modules,
  };
}

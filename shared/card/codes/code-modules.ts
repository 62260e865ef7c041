/** Rows of modules, `true` is dark. */
export type Modules = readonly (readonly boolean[])[];

/** Card printers have 300 dots to the inch, and a module of whole dots has sharp edges. */
const DOT_MM = 25.4 / 300;

/** Below 0.25 mm hand-held scanners begin to fail on glossy cards. */
const LEAST_DOTS = 3;

/** The smallest module of a code: 0.254 mm. */
export const LEAST_MODULE_MM = LEAST_DOTS * DOT_MM;

/** The largest module of whole dots, in millimetres, of which `count` fit into a length; `null`: not even the least. */
export function moduleFor(count: number, lengthMm: number): number | null {
  // A length that was computed from whole dots must not lose one to the last digit of a fraction.
  const dots = Math.floor(lengthMm / count / DOT_MM + 1e-6);
  return dots < LEAST_DOTS ? null : dots * DOT_MM;
}

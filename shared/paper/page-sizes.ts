/** What papers are drawn for, standing, in hundredths of a millimeter: A4 (ISO 216) and Letter (ANSI/ASME Y14.1). */
export const pageSizes = {
  a4: [21_000, 29_700],
  letter: [21_590, 27_940],
} as const satisfies Readonly<Record<string, readonly [width: number, height: number]>>;

/** So far may a size be from one that has a name: CUPS rounds to whole millimeters in its names (54 × 86). */
export const SIZE_TOLERANCE = 60;

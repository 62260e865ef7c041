// Apart from what encodes them: a programme's rules name them in processes that never draw one.

/** Code 128 (ISO/IEC 15417) for the scanners at a library's desk, PDF417 (ISO/IEC 15438) for those that read licences. */
export const symbologies = ['code128', 'pdf417'] as const;
export type Symbology = (typeof symbologies)[number];

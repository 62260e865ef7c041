import { codeOfBytes } from '../base32.ts';

/** As long as the code of every receipt, and signed by nobody. */
export const SAMPLE_RECEIPT_CODE = codeOfBytes(
  Uint8Array.from({ length: 125 }, (_, place) => (place * 41 + 7) & 0xff),
);

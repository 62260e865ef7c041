/** An identifier field where there is nobody to name: no second person was needed, or nobody here has that name. */
export const NOBODY = '00'.repeat(16);

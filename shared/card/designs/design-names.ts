/** The designs that a programme may choose from. */
export const cardDesignNames = ['harbor', 'quay'] as const;
export type CardDesignName = (typeof cardDesignNames)[number];

/** The letters of ISO/IEC 9995 on a QWERTY keyboard, and the two signs that names have. */
export const QWERTY_ROWS = ['q w e r t y u i o p', 'a s d f g h j k l', "z x c v b n m ' -"] as const;

/** What the signs of names offer when they are held: the apostrophes and hyphens that people are written with. */
export const HELD_SIGNS = { "'": '’ ‘ ʼ ʻ', '-': '– ·' } as const;

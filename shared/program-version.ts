/** The version of this program, as package.json and the packages have it. */
export const PROGRAM_VERSION = '0.1.0';

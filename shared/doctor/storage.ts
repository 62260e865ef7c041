/**
 * Where what is written to a device ends: on a disk in clear (`plain`), as ciphertext, in memory (a compressed one), or
 * nobody can tell.
 */
export type Storage = 'plain' | 'encrypted' | 'memory' | 'unknown';

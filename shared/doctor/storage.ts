/**
 * Where what is written to a device ends: on a disk in clear (`plain`), as ciphertext under a key that stays (`encrypted`) or
 * that is made anew at each start (`one-time-key`), in memory (a compressed one), or nobody can tell.
 */
export type Storage = 'plain' | 'encrypted' | 'one-time-key' | 'memory' | 'unknown';

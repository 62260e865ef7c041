/** Where cargo keeps the sources of a crate: panics name them in the program that is built of it. */
const SOURCE = /\/registry\/src\/[^/\0]+\/([a-z0-9_-]+?)-\d+\.\d+\.\d+[^/\0]*\//gi;

/**
 * The crates that a program of Rust names in its bytes, sorted. A crate that can't panic is in no program by its name: what is not found is
 * no proof.
 */
export function namedCrates(program: Buffer): readonly string[] {
  const found = [...program.toString('latin1').matchAll(SOURCE)].map(([, name = '']) => name);
  return [...new Set(found)].sort();
}

/** Where a program of 32 bits for Intel processors is loaded. */
const BASE = 0x0804_8000;
const HEADER = 52;
const SEGMENT = 32;
/** mov $1, %eax; xor %ebx, %ebx; int $0x80: ends with 0, by the kernel's door for such programs. */
const CODE = [0xb8, 1, 0, 0, 0, 0x31, 0xdb, 0xcd, 0x80] as const;

/** A whole program for another architecture than the machine's own (ELF, 32 bits, i386). */
export function foreignProgram(): Buffer {
  const start = HEADER + SEGMENT;
  const program = Buffer.alloc(start + CODE.length);
  program.set([0x7f, 0x45, 0x4c, 0x46, 1, 1, 1], 0);
  // An executable for i386; sizes of the header and of the one entry behind it.
  for (const [at, value] of [
    [16, 2],
    [18, 3],
    [40, HEADER],
    [42, SEGMENT],
    [44, 1],
  ] as const)
    program.writeUInt16LE(value, at);
  // Version, entry point, where the segment is told of; then the segment: loaded, from the file's beginning, readable and executable.
  for (const [at, value] of [
    [20, 1],
    [24, BASE + start],
    [28, HEADER],
    [HEADER, 1],
    [HEADER + 8, BASE],
    [HEADER + 12, BASE],
    [HEADER + 16, program.length],
    [HEADER + 20, program.length],
    [HEADER + 24, 5],
    [HEADER + 28, 0x1000],
  ] as const)
    program.writeUInt32LE(value, at);
  program.set(CODE, start);
  return program;
}

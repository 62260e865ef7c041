/** By the kernel's tables: for these calls no ready program is there. */
const NUMBERS = {
  x64: { delete_module: 176, ptrace: 101, settimeofday: 164 },
  arm64: { delete_module: 106, ptrace: 117, settimeofday: 170 },
} as const;
type Call = keyof typeof NUMBERS.x64;

function numberOf(call: Call): number {
  if (process.arch !== 'x64' && process.arch !== 'arm64') throw new Error(`no numbers for ${process.arch}`);
  return NUMBERS[process.arch][call];
}

/** By perl: makes a call whose parameters are all zero. Ends with 0 if the kernel does it. */
export function callWithZeros(call: Call, parameters: number): string {
  const words = [numberOf(call), ...Array.from({ length: parameters }, () => 0)];
  return `perl -e 'exit(syscall(${words.join(', ')}) == 0 ? 0 : 1)'`;
}

/** By perl: ends with 0 if the kernel looks for a driver of a name that no driver has, and not if that is refused (EPERM). */
export const REMOVE_NO_DRIVER = `perl -e 'my $name = "counterfoil_tried"; exit(syscall(${numberOf('delete_module')}, $name, 0) < 0 && $! == 1 ? 1 : 0)'`;

/** One parameter of the kernel's command line. `value`: null where there is no equals sign. */
export interface KernelParameter {
  readonly name: string;
  readonly value: string | null;
}

/**
 * Reads /proc/cmdline as the kernel does (lib/cmdline.c `next_arg`): blanks part, double quotes hold together, hyphens and
 * underscores in names are one, and what stands behind `--` is not the kernel's.
 */
export function parseKernelCommandLine(text: string): readonly KernelParameter[] {
  const words: readonly string[] = text.match(/(?:"[^"]*"?|[^\s"])+/g) ?? [];
  const end = words.indexOf('--');
  return (end < 0 ? words : words.slice(0, end)).map((word) => {
    const bare = word.replaceAll('"', '');
    const at = bare.indexOf('=');
    const name = (at < 0 ? bare : bare.slice(0, at)).replaceAll('-', '_');
    return { name, value: at < 0 ? null : bare.slice(at + 1) };
  });
}

/** What the last parameter of this name says; `null`: it says nothing; `undefined`: there is none. */
export function lastParameter(
  parameters: readonly KernelParameter[],
  name: string,
): string | null | undefined {
  return parameters.findLast((parameter) => parameter.name === name.replaceAll('-', '_'))?.value;
}

/** The kernel's words for yes and no (lib/kstrtox.c `kstrtobool`, by their first letters); null: neither. */
export function kernelBoolean(value: string): boolean | null {
  if (/^(?:[yYtT1]|on)/i.test(value)) return true;
  return /^(?:[nNfF0]|of)/i.test(value) ? false : null;
}

import { describe, expect, it } from 'vitest';
import { kernelBoolean, lastParameter, parseKernelCommandLine } from './kernel-command-line.ts';

describe('the kernel’s command line', () => {
  it('as Debian’s GRUB writes it', () => {
    const text =
      'BOOT_IMAGE=/boot/vmlinuz-6.12.48+deb13-amd64 root=UUID=0d2c1a52-7a5e-4a4f-8ea8-2d1d4f5b6c7d ro quiet init_on_free=1\n';
    expect(parseKernelCommandLine(text)).toEqual([
      { name: 'BOOT_IMAGE', value: '/boot/vmlinuz-6.12.48+deb13-amd64' },
      { name: 'root', value: 'UUID=0d2c1a52-7a5e-4a4f-8ea8-2d1d4f5b6c7d' },
      { name: 'ro', value: null },
      { name: 'quiet', value: null },
      { name: 'init_on_free', value: '1' },
    ]);
  });

  it.each([
    ['the last one counts', 'a=1 a=2', '2'],
    ['hyphens are underscores', 'init-on-free=1 x', undefined],
    ['quotes hold together and are left out', 'a="1 2"', '1 2'],
    ['a quote that is not closed goes to the end', 'a="1 2', '1 2'],
    ['tabs part as blanks do', 'b\ta=3', '3'],
    ['what stands behind two hyphens is not the kernel’s', 'a=1 -- a=2', '1'],
    ['a parameter without a value', 'a', null],
    ['an empty value', 'a=', ''],
    ['an empty line', '', undefined],
  ])('%s', (_name, text, value) => {
    expect(lastParameter(parseKernelCommandLine(text), 'a')).toBe(value);
  });

  it('takes a name with hyphens for the same one', () => {
    expect(lastParameter(parseKernelCommandLine('init-on-free=1'), 'init_on_free')).toBe('1');
  });

  it.each([
    ...['1', 'y', 'Yes', 'on', 't'].map((word) => [word, true] as const),
    ...['0', 'n', 'off', 'False'].map((word) => [word, false] as const),
    ...['', '2', 'maybe', 'o'].map((word) => [word, null] as const),
  ])('%j is %j', (word, value) => expect(kernelBoolean(word)).toBe(value));
});

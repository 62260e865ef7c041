import { expect, it } from 'vitest';
import { namedCrates } from './named-crates.ts';

const at = (crate: string): string =>
  `/home/runner/.cargo/registry/src/index.crates.io-1949cf8c6b5b557f/${crate}/src/lib.rs`;

it('names each crate once, without its version, whatever stands around it', () => {
  const program = Buffer.concat([
    Buffer.from([0x7f, 0x45, 0, 0xff]),
    Buffer.from(`${at('argon2-rust-1.1.0')}\0${at('rand-0.10.2')}${at('argon2-rust-1.1.0')}`),
    Buffer.from([0xfe, 0]),
    Buffer.from(at('libavif-sys-0.17.0+libavif.1.0.4')),
  ]);
  expect(namedCrates(program)).toEqual(['argon2-rust', 'libavif-sys', 'rand']);
});

it('names none where there is none', () => {
  expect(namedCrates(Buffer.from('/usr/include/sodium.h\0registry/src'))).toEqual([]);
});

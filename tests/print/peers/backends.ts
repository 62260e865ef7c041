/**
 * Backends of our own, run by CUPS as it runs those of vendors: job id, user, title, copies, options and
 * perhaps a file; the document on standard input otherwise. $TMPDIR is CUPS' temporary folder.
 */
const document = `#!/bin/sh
# Asked with no job, a backend lists its devices; we have none to offer.
[ $# -eq 0 ] && exit 0
kept=$TMPDIR/driver-$1.cache
if [ $# -ge 6 ]; then cat "$6"; else cat; fi >"$kept"
`;

const dropCard = (tray: string): string => `pages=$(pdfinfo "$kept" | sed -n 's/^Pages: *//p')
digest=$(sha256sum <"$kept" | cut -d ' ' -f 1)
printf '{"kind":"card","job":%s,"faces":%s,"pages":%s,"digest":"%s"}\\n' "$1" "$pages" "$pages" "$digest" >>'${tray}'
`;

/** The backends by the scheme of their device URIs. */
export type OwnBackend = 'lie' | 'handover' | 'cups-pdf';

/**
 * - `lie:/` reports success with no card, and leaves the document in its temporary folder as some vendors' do.
 * - `handover:/` makes a card and cleans up, but reports only that it took the bytes.
 * - `cups-pdf:/` stands in for the package of that name, which would write below /var/spool: it writes a file
 *   that everybody may read, named after the job.
 */
export function ownBackends(files: {
  readonly tray: string;
  readonly pdfFolder: string;
}): Readonly<Record<OwnBackend, string>> {
  return {
    lie: `${document}exit 0\n`,
    handover: `${document}${dropCard(files.tray)}rm "$kept"\n`,
    'cups-pdf': `${document}umask 0
mkdir -p '${files.pdfFolder}/ANONYMOUS'
mv "$kept" "${files.pdfFolder}/ANONYMOUS/$3-job_$1.pdf"
chmod 666 "${files.pdfFolder}/ANONYMOUS/$3-job_$1.pdf"
`,
  };
}

import { t } from '@lingui/core/macro';

// Legal holds while the files of a kiosk don’t fit together: the ledger is not written.

/** Why the ledger doesn’t have that a hold was set. Written down beside the vault, it survives that another one is put back. */
export function setWaitsInWords(): string {
  return t({
    message: 'The ledger gets it once the kiosk goes on.',
    comment:
      '“It” is a ledger entry about a legal hold that was set while the kiosk’s files don’t fit together. To go on is what two supervisors allow.',
  });
}

/** The same of a hold that was lifted: with another vault it stands again, which keeps more. */
export function liftWaitsInWords(): string {
  return t({
    message:
      'The ledger gets it once two supervisors let the kiosk go on. If other files are put back before that, it’s gone: do it again then.',
    comment:
      '“It” is a ledger entry about a legal hold that was lifted while the kiosk’s files don’t fit together.',
  });
}

/** Before a hold is set where nothing can be signed: neither lifting it nor the codes would be heard. */
export function nobodyLiftsInWords(): string {
  return t({
    message:
      'With these files nobody can lift a legal hold: the kiosk can’t sign that. Recovery codes don’t work then. Ask counsel first.',
    comment:
      'Warning before a legal hold is set while the kiosk’s files don’t fit together. Recovery codes are on paper, for a lost passphrase.',
  });
}

/** What becomes of applications when a hold is lifted there. */
export function nothingOpensInWords(): string {
  return t({
    message:
      'This kiosk’s files don’t fit together. Nothing is opened or erased until two supervisors let the kiosk go on. Then applications may end that it kept.',
    comment:
      'What lifting a legal hold does while the kiosk’s files don’t fit together. “It” is the legal hold.',
  });
}

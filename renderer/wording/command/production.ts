import { t } from '@lingui/core/macro';

/** What producing one application does: all of it, before anybody does it. */
export function producingInWords(): readonly string[] {
  return [
    t({
      message:
        'What was last typed and printed, the photo, and the decisions are encrypted to this key and saved on the USB drive. The file itself lists what isn’t in it. Only whoever has the secret part of the key can read it. Nobody at this kiosk can.',
      comment:
        'What producing a record under a legal order does. The decisions are those made on the application.',
    }),
    t({
      message: 'The application stays here, as it is, until the legal hold is lifted.',
      comment: 'What producing a record does not do: the record isn’t erased.',
    }),
    t({
      message:
        'A second supervisor must approve this with their passphrase. The ledger records the exact time, both of you, the key, and the file. It doesn’t record whose application it is.',
      comment:
        'What producing a record under a legal order leaves in the ledger, the signed record of staff actions.',
    }),
  ];
}

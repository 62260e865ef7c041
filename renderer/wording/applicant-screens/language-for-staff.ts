import { i18n } from '@lingui/core';

/** A language as staff call it: “Polish”. A tag of a policy, an order or a notice that names no language is shown as it stands. */
export function languageForStaff(tag: string): string {
  try {
    return new Intl.DisplayNames([i18n.locale], { type: 'language' }).of(tag) ?? tag;
  } catch {
    // A tag may have the form of one and be none, which is a RangeError.
    return tag;
  }
}

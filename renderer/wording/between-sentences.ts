import { i18n } from '@lingui/core';

/** What stands between two sentences: a space, and nothing in Chinese, whose period has its own room. */
export function betweenSentences(): string {
  return i18n.locale === 'zh-Hans' ? '' : ' ';
}

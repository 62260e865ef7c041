import { dictionary } from '@zxcvbn-ts/language-common';

/** No kiosk says these to somebody who takes them for a remark on a person: illness, faith, origin, arrest, insult. */
export const UNSAID: ReadonlySet<string> = new Set([
  ...['aids', 'autism', 'autistic', 'disabled', 'pregnancy', 'pregnant', 'rash', 'rectal', 'virus', 'wound'],
  ...['islamic', 'islamist', 'pagan', 'preacher', 'preaching', 'preachy', 'racism', 'savage'],
  ...['alienable', 'alienate', 'aliens', 'banish', 'deport', 'exile', 'expel'],
  ...['arrest', 'cannabis', 'jailbird', 'jailbreak', 'jailer', 'jailhouse', 'opium', 'police', 'prison'],
  ...[
    'curse',
    'divorcee',
    'filth',
    'gore',
    'graves',
    'graveyard',
    'hate',
    'lazy',
    'pauper',
    'slobbery',
    'sloppy',
  ],
  ...['slum', 'strangle', 'trash', 'widow'],
]);

/** The EFF's long list of 7,776 words (the diceware list of zxcvbn's own dictionaries), without those. */
export const suggestedWords: readonly string[] = dictionary['diceware-common'].filter(
  (word) => !UNSAID.has(word),
);

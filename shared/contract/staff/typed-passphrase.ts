import { z } from 'zod';

/** What somebody typed as theirs: anything is only wrong, up to a size that is no passphrase any more. */
export const typedPassphrase = z.string().max(10_240);

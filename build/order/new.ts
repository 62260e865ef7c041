import { writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import { serialIn } from '../../electron/keeper/suspension/order-file.ts';
import { isFileSystemError } from '../../electron/lib/file-systems/file-system-error.ts';
import type { Order } from '../../shared/orders/order.ts';
import { usualNotice } from '../../shared/orders/usual-notice.ts';
import { residentRules } from '../../shared/residents/resident-rules.ts';
import { done, type Outcome, refused } from '../outcome.ts';
import { policyOfOrders } from './policy-of-orders.ts';

const WEEK = 7 * 24 * 3_600_000;

/** Writes an order to begin with, which takes effect at once and expires in a week; overwrites nothing. */
export function writeNewOrder(path: string, act: Order['act'], policyPath: string, now: number): Outcome {
  const policy = policyOfOrders(policyPath);
  if (!policy.ok) return refused(policy.error);
  const serial = serialIn(basename(path));
  if (serial === null) return refused(`${path}: call the file by its number, such as order-1.json.`);
  const { id, languages } = policy.value.rules;
  const order = {
    ...{ format: 1, program: id, serial, act, takesEffect: null },
    expires: new Date(now + WEEK).toISOString(),
    ...(act === 'suspend'
      ? { open: 'finish', notice: usualNotice(languages, residentRules(policy.value.rules).languages) }
      : {}),
  };
  try {
    writeFileSync(path, `${JSON.stringify(order, null, 2)}\n`, { flag: 'wx' });
  } catch (error) {
    if (!isFileSystemError(error)) throw error;
    return refused(
      error.code === 'EEXIST'
        ? `${path} is there already: nothing was written.`
        : `${path} cannot be written (${error.code}).`,
    );
  }
  return done(
    [
      `${path}: an order to ${act} intake, number ${serial}. Read it, and change what should be otherwise; docs/suspending.md says`,
      'what each line means.',
      `Next: npm run order -- sign ${path} --key KEY --policy ${policyPath}.`,
    ].join('\n'),
  );
}

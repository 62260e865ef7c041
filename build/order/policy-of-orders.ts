import { type Policy, readPolicyFile } from '../../electron/lib/policy-file/policy-file.ts';
import { keyOfBytes, type ProgrammeKey } from '../../electron/lib/policy-file/programme-key.ts';
import { err, ok, type Result } from '../../shared/result.ts';

/** What a policy says of orders. */
export interface PolicyOfOrders {
  readonly rules: Policy['rules'];
  readonly office: string;
  readonly key: ProgrammeKey;
}

/** Reads the policy that kiosks have, or are to have. The error: a sentence. */
export function policyOfOrders(path: string): Result<PolicyOfOrders, string> {
  const policy = readPolicyFile(path);
  if (!policy.ok)
    return err(`${path} is no policy that a kiosk takes: npm run policy -- check ${path} says why.`);
  const { rules } = policy.value;
  if (rules.orders === undefined)
    return err(
      `${path} has no "orders": no kiosk takes an order under it. npm run order -- keys makes a key.`,
    );
  const { name, key } = rules.orders;
  return ok({ rules, office: name, key: keyOfBytes(Buffer.from(key, 'base64')) });
}

import { z } from 'zod';

/** 128 random bits in hex: says nothing about anybody, unique without a counter. */
const randomId = z.string().regex(/^[0-9a-f]{32}$/);

export const applicationId = randomId.brand<'ApplicationId'>();
export type ApplicationId = z.infer<typeof applicationId>;

export const jobId = randomId.brand<'JobId'>();
export type JobId = z.infer<typeof jobId>;

export const wipeId = randomId.brand<'WipeId'>();
export type WipeId = z.infer<typeof wipeId>;

/** Whose a job on a printer is, once its application is not to be named any more. */
export const jobOwner = randomId.brand<'JobOwner'>();
export type JobOwner = z.infer<typeof jobOwner>;

export const sessionId = randomId.brand<'SessionId'>();
export type SessionId = z.infer<typeof sessionId>;

/** Whoever is before a screen that applicants have, as long as nobody knows of their leaving: says nothing about them. */
export const visitorId = randomId.brand<'VisitorId'>();
export type VisitorId = z.infer<typeof visitorId>;

export const memberId = randomId.brand<'MemberId'>();
export type MemberId = z.infer<typeof memberId>;

export const holdId = randomId.brand<'HoldId'>();
export type HoldId = z.infer<typeof holdId>;

/** One search for a person among what a kiosk holds. */
export const recordSearchId = randomId.brand<'RecordSearchId'>();
export type RecordSearchId = z.infer<typeof recordSearchId>;

export const ribbonId = randomId.brand<'RibbonId'>();
export type RibbonId = z.infer<typeof ribbonId>;

/** SHA-256 of a policy file's bytes, in hex: names the rules that an application finishes under. */
export const policyHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'PolicyHash'>();
export type PolicyHash = z.infer<typeof policyHash>;

/** SHA-256 of an order file's bytes, in hex. */
export const orderHash = z
  .string()
  .regex(/^[0-9a-f]{64}$/)
  .brand<'OrderHash'>();
export type OrderHash = z.infer<typeof orderHash>;

/** The number a waiting person holds: counts from 1 every day, names nobody. */
export const ticket = z.number().int().min(1).max(99_999).brand<'Ticket'>();
export type Ticket = z.infer<typeof ticket>;

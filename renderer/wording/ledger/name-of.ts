/** Who a member's random identifier stands for: their name, or words for somebody who works here no more. */
export type NameOf = (member: string) => string;

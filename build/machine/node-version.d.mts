/** One sentence about the wrong Node, or `null` when it is the right one. */
export function complaintAboutNode(version: string): string | null;

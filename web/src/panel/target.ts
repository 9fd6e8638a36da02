/** What the window is about: the chat of a conversation, or one follow-up of the list of those that wait. */
export type Target = { conversation: { source: string; id: string }; followUp?: undefined } | { followUp: string; conversation?: undefined }

/** A name for a target, for what is kept of it in this browser. */
export const nameOf = (target: Target) => target.followUp ?? `${target.conversation.source}/${target.conversation.id}`

/** Why an address gets a mail, in the server's words, which the mail has too. */
export const reasonsInWords = (reasons: readonly { sentence: string }[]) => reasons.map(({ sentence }) => sentence).join(' · ')

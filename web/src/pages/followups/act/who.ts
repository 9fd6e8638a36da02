import type { Acted } from './Act.tsx'

type Delivery = Acted['receipt'][number]

const refused: readonly Delivery['state'][] = ['BOUNCED', 'BLOCKED', 'FAILED']

/** Everybody whom mails were made for, each once. */
export const everybody = ({ receipt }: Pick<Acted, 'receipt'>) => addresses(receipt)

/** Those whose mail was refused or given up, and who have had no later one that was not; each once. */
export const those = ({ receipt }: Pick<Acted, 'receipt'>) =>
  addresses(receipt.filter((delivery) => isRefused(delivery) && !receipt.some((other) => !isRefused(other) && isLater(other, delivery))))

const isRefused = ({ state }: Delivery) => refused.includes(state)

/** Whether a delivery is of a later mail to the same address. */
const isLater = (one: Delivery, other: Delivery) =>
  one.recipient.email === other.recipient.email && Date.parse(one.createdAt) >= Date.parse(other.createdAt)

/** Those whose mails are held back, each once. */
export const heldBack = ({ receipt }: Pick<Acted, 'receipt'>) => addresses(receipt.filter(({ state }) => state === 'HELD'))

const addresses = (receipt: readonly Delivery[]) => [...new Set(receipt.map(({ recipient }) => recipient.email))]

/** Whether it was not sent yet. */
export const waits = ({ state }: Pick<Acted, 'state'>) => ['AWAITING_TRANSCRIPT', 'AWAITING_CODE', 'AWAITING_OK', 'HOLDING'].includes(state)

/** Those of a decision to whom no mail is or was on its way. */
export function missingOf<Recipient extends { address: { email: string } }>(
  { receipt }: Pick<Acted, 'receipt'>,
  { recipients }: { recipients: readonly Recipient[] },
): Recipient[] {
  const have = addresses(receipt.filter(({ state }) => !refused.includes(state)))
  return recipients.filter(({ address }) => !have.includes(address.email))
}

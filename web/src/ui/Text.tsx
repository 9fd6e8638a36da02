import { visible } from './visible.ts'

/** A text that a visitor, an operator or a vendor wrote, letter for letter. It turns no other text around. */
export function Text({ children }: { children: string }) {
  return <bdi>{visible(children)}</bdi>
}

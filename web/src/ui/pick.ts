/** The choices after one was picked, or picked again, which takes it away. Where only one may be given, it takes the other's place. */
export function pick(label: string, given: readonly string[], several: boolean): string[] {
  if (given.includes(label)) return given.filter((other) => other !== label)
  return several ? [...given, label] : [label]
}

/** The digit that picks each choice: its own, else the next that none has; empty where all nine are taken. */
export function digitsOf(choices: readonly { label: string; hotKey: string }[]): Map<string, string> {
  const free = '123456789'.split('').filter((digit) => !choices.some((choice) => choice.hotKey === digit))
  return new Map(choices.map((choice) => [choice.label, choice.hotKey || (free.shift() ?? '')]))
}

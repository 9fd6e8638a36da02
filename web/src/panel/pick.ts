/** The codes after one was picked, or picked again, which takes it away. Where only one may be given, it takes the other's place. */
export function pick(label: string, given: readonly string[], several: boolean): string[] {
  if (given.includes(label)) return given.filter((other) => other !== label)
  return several ? [...given, label] : [label]
}

// By what browsers say of themselves; the first that fits, for most also say that they are another one.
const browsers: readonly [string, RegExp][] = [
  ['Edge', /Edg(?:e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Firefox', /(?:Firefox|FxiOS)\//],
  ['Chrome', /(?:Chrome|CriOS)\//],
  ['Safari', /Safari\//],
]

const systems: readonly [string, RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['macOS', /Mac OS X/],
  ['ChromeOS', /CrOS/],
  ['Linux', /Linux/],
]

const nameIn = (names: readonly [string, RegExp][], text: string) => names.find(([, pattern]) => pattern.test(text))?.[0]

/** What people call a browser, such as Firefox, Linux; what it says of itself where we do not know it. */
export function browserName(agent: string): string {
  const browser = nameIn(browsers, agent)
  const system = nameIn(systems, agent)
  return browser && system ? `${browser}, ${system}` : agent
}

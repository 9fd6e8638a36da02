/** What the Go test has set in the environment under the name. */
export function setting(name: string): string {
  const value = process.env[name]
  if (value === undefined) {
    throw new Error(`${name} is not set: run the stories by make test-browser`)
  }
  return value
}

/** A number of bytes as people of a language say it. */
export function sizeOf(bytes: number, language: string): string {
  const [unit, divisor] = bytes >= 1e6 ? ['megabyte', 1e6] : bytes >= 1e3 ? ['kilobyte', 1e3] : ['byte', 1]
  return new Intl.NumberFormat(language, { style: 'unit', unit: String(unit), maximumFractionDigits: 1 }).format(bytes / Number(divisor))
}

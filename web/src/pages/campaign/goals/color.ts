/** How light a colour is, 0 to 1: the relative luminance of WCAG 2.2. */
export function lightness(color: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => linear(Number.parseInt(color.slice(at, at + 2), 16) / 255))
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}

const linear = (part: number) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4)

/** Whether a colour hardly stands out from white: by less than 3 to 1, which WCAG 2.2 asks of what must be seen. */
export const isFaint = (color: string) => color !== '' && 1.05 / (lightness(color) + 0.05) < 3

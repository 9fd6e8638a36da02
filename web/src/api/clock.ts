// How far the server's clock is ahead of this one, in milliseconds. Clocks of people's machines are wrong by minutes; what counts
// down is the server's.
let ahead = 0

/** Learns the server's time from the Date header of an answer, which is exact to the second. */
export function hearTime(header: string | null, now = Date.now()) {
  const told = Date.parse(header ?? '')
  if (Number.isNaN(told)) return
  const low = told - now
  // The true difference is between low and a second more: what was known is kept where it agrees.
  if (ahead < low || ahead > low + 1000) ahead = low + 500
}

/** The server's time, in milliseconds since 1970. */
export const serverNow = (now = Date.now()) => now + ahead

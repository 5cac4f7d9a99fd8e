/**
 * The date that files bear. The same slides give the same bytes where `SOURCE_DATE_EPOCH` is set
 * (seconds since 1970, https://reproducible-builds.org/specs/source-date-epoch/).
 */
export function buildDate(): Date {
  const epoch = process.env.SOURCE_DATE_EPOCH;
  return epoch && /^\d+$/.test(epoch) ? new Date(Number(epoch) * 1000) : new Date();
}

/** Bounds on what arrives. Bytes, milliseconds, UTF-16 code units for the address. */
export type HttpLimits = {
  /** Bodies of routes that do not take uploads. */
  readonly bodyBytesMax: number;
  readonly headerBytesMax: number;
  readonly urlLengthMax: number;
  readonly headersMilliseconds: number;
  /** A whole request: 20 MB over a slow mobile line must fit. */
  readonly requestMilliseconds: number;
  readonly keepAliveMilliseconds: number;
  /** How long running requests may take to end when the server stops. */
  readonly stopMilliseconds: number;
};

/** The limits of every request that says nothing else: bytes and milliseconds. */
export const HTTP_LIMITS: HttpLimits = {
  bodyBytesMax: 64 * 1024,
  headerBytesMax: 16 * 1024,
  urlLengthMax: 4_096,
  headersMilliseconds: 20_000,
  requestMilliseconds: 300_000,
  keepAliveMilliseconds: 72_000,
  stopMilliseconds: 8_000,
};

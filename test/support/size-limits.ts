/** What the package may weigh at most; raise a figure only with its reason in the commit. Bytes. */
export const sizeLimits = {
  /** `dist/browser.js`, gzipped at level 9. */
  browserGzip: 245_000,
  /** The tarball, the pages of docs/ included (390 kB). */
  packed: 2_250_000,
  /** The same, unpacked. */
  unpacked: 7_400_000,
} as const

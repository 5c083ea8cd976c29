/** What the package may weigh at most; raise a figure only with its reason in the commit. Bytes. */
export const sizeLimits = {
  /** `dist/browser.js`, gzipped at level 9. */
  browserGzip: 245_000,
  /** The tarball. */
  packed: 1_800_000,
  /** The same, unpacked. */
  unpacked: 6_500_000,
} as const

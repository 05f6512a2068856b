/** A secret of one answer that marks its inline scripts as ours: 16 random bytes in base64. */
export const newNonce = (): string =>
  btoa(String.fromCharCode(...crypto.getRandomValues(new Uint8Array(16))))

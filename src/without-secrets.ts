/**
 * A text that clients and logs may see: who logs in is left out of its addresses, and so is every value of their queries,
 * where IP cameras take a password under many names.
 */
export function withoutSecrets(text: string): string {
  // a colon at the end is no part of the value: after it, ffmpeg says what is wrong with the address
  return text.replace(/\/\/[^/\s]*@/g, '//***@').replace(/([?&][^=?&\s"]+=)[^&\s"]*?(?=:?(?:[&\s"]|$))/g, '$1***');
}

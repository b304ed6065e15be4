/** Three frames may be missing, but nobody waits less than a camera takes to start. @returns ms */
export function patienceWith({ fps = Infinity }: { readonly fps?: number }): number {
  return Math.max(10_000, 3_000 / fps);
}

/** What the chip of the 40-pin header is called by Raspberry Pi's kernels: before the 4, the 4, and the 5. Its offsets are BCM numbers. */
export const HEADER_LABELS: readonly string[] = ['pinctrl-bcm2835', 'pinctrl-bcm2711', 'pinctrl-rp1'];

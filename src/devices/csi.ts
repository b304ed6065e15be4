/** The receivers of the CSI connectors of a Raspberry Pi: one each, on the boards up to the fourth, and from the fifth on. */
const RECEIVER = /^(unicam|rp1-cfe)/;

/**
 * Whether a video node gives the raw data of a sensor on a CSI connector, of which libcamera alone makes pictures.
 *
 * @param name as the kernel has it in `/sys/class/video4linux/videoN/name`
 */
export function isSensor(name: string): boolean {
  return RECEIVER.test(name);
}

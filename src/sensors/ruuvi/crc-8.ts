/** CRC-8 with polynomial 0x07, which begins with zero and reflects nothing (CRC-8/SMBUS). */
export function crc8(bytes: Uint8Array): number {
  let crc = 0;
  for (const byte of bytes) {
    crc ^= byte;
    for (let bit = 0; bit < 8; bit++) crc = ((crc << 1) ^ (crc & 0x80 ? 0x107 : 0)) & 0x1ff;
  }
  return crc;
}

/** `measurementSequenceNumber` → `measurement_sequence_number`; what may not stand in the name of a metric becomes `_`. */
export function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`).replace(/[^a-z0-9_]/g, '_');
}

import type { Recording } from './recording.js';

const TEXTS = ['recordingId', 'cameraId', 'kind', 'cause', 'state'] as const;
const NUMBERS = ['begunAt', 'endedAt', 'frames', 'bytes', 'width', 'height'] as const;

/**
 * What a note of ours says, should it be one.
 *
 * @param recordingId as its name has it
 * @throws Error for anything else
 */
export function readNote(text: string, recordingId: string): Recording {
  const said = JSON.parse(text) as Record<string, unknown> | null;
  const isOurs =
    typeof said === 'object' &&
    said !== null &&
    said.recordingId === recordingId &&
    Array.isArray(said.hidden) &&
    said.hidden.every((one) => typeof one === 'string') &&
    TEXTS.every((name) => typeof said[name] === 'string') &&
    NUMBERS.every((name) => Number.isSafeInteger(said[name]) && Number(said[name]) >= 0);
  if (!isOurs) throw new Error('its note is damaged');
  return said as unknown as Recording;
}

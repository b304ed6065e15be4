/** What is sent as bytes, and what they are. */
export interface Bytes {
  readonly type: string;
  readonly body: Buffer;
}

/** A PNG of one pixel. */
export const tinyPicture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNgYGAAAAAEAAH2FzhVAAAAAElFTkSuQmCC',
  'base64',
);

const BOUNDARY = 'what-no-picture-has';

/** @param parts JSON, and files in bytes */
export function inParts(parts: Readonly<Record<string, unknown>>): Bytes {
  const written = Object.entries(parts).map(([name, value]) => {
    const disposition = `--${BOUNDARY}\r\nContent-Disposition: form-data; name="${name}"`;
    const [head, content] =
      value instanceof Uint8Array
        ? [`${disposition}; filename="${name}"\r\nContent-Type: application/octet-stream`, value]
        : [disposition, JSON.stringify(value)];
    return Buffer.concat([Buffer.from(`${head}\r\n\r\n`), Buffer.from(content), Buffer.from('\r\n')]);
  });
  return {
    type: `multipart/form-data; boundary=${BOUNDARY}`,
    body: Buffer.concat([...written, Buffer.from(`--${BOUNDARY}--\r\n`)]),
  };
}

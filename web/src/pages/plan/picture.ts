import { answerOf, registry } from '../../api.js';
import { taggedOf } from '../../tagged.js';
import { texts } from '../../texts/index.js';

/** The picture that is the plan, and what names this very one. */
export interface PlanPicture {
  /** Undefined of one that cannot be drawn. */
  readonly picture: ImageBitmap | undefined;
  readonly etag: string;
}

/** What is known of it: that there is none, or nothing, as the gateway has not said. */
export type KnownPicture = PlanPicture | 'NONE' | 'UNKNOWN';

export const bitmapOf = (known: KnownPicture): ImageBitmap | undefined => (typeof known === 'object' ? known.picture : undefined);

const TYPES = ['image/png', 'image/jpeg', 'image/webp'];
/** What the specification takes. */
export const ACCEPTED = TYPES.join();
const MIB = 1_048_576;
const MOST_BYTES = 4 * MIB;

/** @returns `NONE` where there is no picture. @throws Refused */
export async function readPicture(): Promise<PlanPicture | 'NONE'> {
  const { value, etag } = await taggedOf<unknown>(registry.GET('/plan', { parseAs: 'blob' }));
  // what is 204 has no content
  if (value === undefined) return 'NONE';
  return { picture: await createImageBitmap(value as Blob).catch(() => undefined), etag };
}

/** Why a file cannot be the plan, as far as that is known before it is sent. */
export function unfitness({ name, size, type }: File): string | undefined {
  if (size > MOST_BYTES) return texts.plan.tooLarge(name, (size / MIB).toFixed(1));
  return TYPES.includes(type) ? undefined : texts.plan.otherType(name);
}

/** @param known what is the plan so far. @throws Refused, 412 when it is another by now */
export async function sendPicture(file: File, known: KnownPicture): Promise<void> {
  const params = { header: matching(known) };
  // its bytes as they are
  const body = { body: file as unknown as string, bodySerializer: (bytes: unknown) => bytes as File };
  await answerOf(registry.PUT('/plan', { params, headers: { 'Content-Type': file.type }, ...body }));
}

/** @throws Refused, 412 when it is another by now */
export async function removePicture(known: KnownPicture): Promise<void> {
  await answerOf(registry.DELETE('/plan', { params: { header: matching(known) } }));
}

const matching = (known: KnownPicture): { 'If-Match'?: string } => (typeof known === 'object' ? { 'If-Match': known.etag } : {});

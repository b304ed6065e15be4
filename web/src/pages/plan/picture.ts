import { answerOf, registry } from '../../api.js';
import { taggedOf } from '../../tagged.js';
import { texts } from '../../texts/index.js';

/** The picture that is the plan, and what names this very one. */
export interface PlanPicture {
  readonly picture: ImageBitmap;
  readonly etag: string;
}

const TYPES = ['image/png', 'image/jpeg', 'image/webp'];
/** What the specification takes. */
export const ACCEPTED = TYPES.join();
const MIB = 1_048_576;
const MOST_BYTES = 4 * MIB;

/** @returns `NONE` where there is no picture. @throws Refused */
export async function readPicture(): Promise<PlanPicture | 'NONE'> {
  const { value, etag } = await taggedOf<unknown>(registry.GET('/plan', { parseAs: 'blob' }));
  // what is 204 has no content
  return value === undefined ? 'NONE' : { picture: await createImageBitmap(value as Blob), etag };
}

/** Why a file cannot be the plan, as far as that is known before it is sent. */
export function unfitness({ name, size, type }: File): string | undefined {
  if (size > MOST_BYTES) return texts.plan.tooLarge(name, (size / MIB).toFixed(1));
  return TYPES.includes(type) ? undefined : texts.plan.otherType(name);
}

/** @param known what is the plan so far. @throws Refused, 412 when it is another by now */
export async function sendPicture(file: File, known: PlanPicture | 'NONE'): Promise<void> {
  const params = { header: matching(known) };
  // its bytes as they are
  const body = { body: file as unknown as string, bodySerializer: (bytes: unknown) => bytes as File };
  await answerOf(registry.PUT('/plan', { params, headers: { 'Content-Type': file.type }, ...body }));
}

/** @throws Refused, 412 when it is another by now */
export async function removePicture(known: PlanPicture | 'NONE'): Promise<void> {
  await answerOf(registry.DELETE('/plan', { params: { header: matching(known) } }));
}

const matching = (known: PlanPicture | 'NONE'): { 'If-Match'?: string } => (known === 'NONE' ? {} : { 'If-Match': known.etag });

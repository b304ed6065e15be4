import { z } from 'zod';

/** What the platform offers to the services of applications, such as a message broker (ETSI GS MEC 011, clause 8.1.2.3). */
export const transportId = z.string().regex(/^[A-Za-z0-9._-]{1,64}$/, 'expected up to 64 letters, digits, ".", "_" and "-"');
export const transport = z.strictObject({
  name: z.string().min(1).max(128),
  description: z.string().max(1024).optional(),
  type: z.enum(['REST_HTTP', 'MB_TOPIC_BASED', 'MB_ROUTING', 'MB_PUBSUB', 'RPC', 'RPC_STREAMING', 'WEBSOCKET']),
  protocol: z.string().min(1).max(64),
  version: z.string().min(1).max(64),
  uris: z.array(z.string().min(1).max(2048)).min(1).max(16),
});

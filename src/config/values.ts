import { z } from 'zod';
import { EXPECTED_NETWORK, isNetwork } from '../networks.js';

/** A time, ms, up to a day. */
export const ms = (fallback: number, min = 1) => z.int().min(min).max(86_400_000).default(fallback);

/** Addresses that belong together, as in 192.168.1.0/24. */
export const network = z.string().max(64).refine(isNetwork, EXPECTED_NETWORK);

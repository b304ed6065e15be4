/** How many readings a round has. */
export const PER_ROUND = 5;

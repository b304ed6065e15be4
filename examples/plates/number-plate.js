/** What can be on a plate: three letters, a hyphen and three digits, without the letters that look like digits (I, O and Q). */
export const CHARACTERS = 'ABCDEFGHJKLMNPRSTUVWXYZ0123456789-';
const PLATE = /^[A-HJ-NPR-Z]{3}-[1-9][0-9]{2}$/;

/** Whether a text has the form of a plate; another country's rule goes here, and in `CHARACTERS`. */
export function isNumberPlate(text) {
  return PLATE.test(text);
}

export { uprightSize } from '../upright.js';

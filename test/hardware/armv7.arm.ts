import { board } from './board.js';
import { armv7 } from './machine.js';

await board(armv7);

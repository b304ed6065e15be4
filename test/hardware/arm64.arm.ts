import { board } from './board.js';
import { arm64 } from './machine.js';

await board(arm64);

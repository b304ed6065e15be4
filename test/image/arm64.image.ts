import { onEmulated } from './on-emulated.js';

onEmulated({ target: 'sensors', platform: 'linux/arm64', node: 'node-arm64' }, 'arm64', 'aarch64');

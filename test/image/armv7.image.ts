import { onEmulated } from './on-emulated.js';

// libnode115 is Node.js of Debian 13, see bases.Dockerfile
const debian13 = { debian: 'trixie', node: 'node-arm', args: ['--build-arg=PACKAGES=libnode115'] } as const;
onEmulated({ target: 'sensors', platform: 'linux/arm/v7', ...debian13 }, 'armhf', 'arm');

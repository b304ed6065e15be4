/** Serves the trained models on this machine, for docs/image-recognition.md: `node dist/test/camera/inference/serve.js 9000`. */
import { ModelServer } from './model-server.js';

const [, , port = '9000'] = process.argv;
const server = await ModelServer.start('127.0.0.1', Number(port));
server.stay();
process.stdout.write(`street and cars are served at ${server.uri}\n`);

import { connect, createServer } from 'node:net';

/** Passes on connections, in whichever network it is started. Arguments: the address and port to listen on, the socket to pass on to. */
const [host = '', port = '', path = ''] = process.argv.slice(2);
createServer((near) => {
  const far = connect(path);
  near.pipe(far).pipe(near);
  near.on('error', () => far.destroy());
  far.on('error', () => near.destroy());
}).listen(Number(port), host, () => process.stdout.write('listening\n'));

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { expect, it } from '@jest/globals';
import { hasProgram } from '../has-program.js';
import { shellEnvironment } from './shell-environment.js';

/** A page's command shows the stream in a player that has no screen. @param stream asked for once the test runs */
export function itPlays(command: string, stream: () => string): void {
  if (hasProgram('ffplay', '-version'))
    it('shows the stream in a player', async () => {
      const env = shellEnvironment({ STREAM: stream(), SDL_VIDEODRIVER: 'dummy', SDL_AUDIODRIVER: 'dummy' });
      const player = spawn('sh', ['-c', `exec ${command}`], { env });
      let heard = '';
      for await (const words of player.stderr) if (/Video: mjpeg.* 640x480/.test((heard += String(words)))) break;
      player.kill('SIGKILL');
      if (player.signalCode === null && player.exitCode === null) await once(player, 'exit');
      expect(heard).toMatch(/Video: mjpeg.* 640x480/);
    }, 30_000);
  else it.todo('shows the stream in a player (apt-get install ffmpeg)');
}

import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Lab } from './lab.js';

const NODE = '/dev/video9';
/** Where the guest's camera is found whatever number it has; the kernel's name for the place it is plugged in. */
export const CAMERA_LINK = '/dev/v4l/by-path/platform-vivid.0-video-index0';

/** Pixels of what it is fed with, when nothing else is said. */
const SIZE = { width: 640, height: 360 };

/** A module that somebody uses cannot be removed, but the driver can be made to believe that its device is gone. */
const PULL_OUT = `if [ -e /sys/bus/platform/drivers/vivid/unbind ]; then
    echo vivid.0 > /sys/bus/platform/drivers/vivid/unbind
    rm ${CAMERA_LINK}
    until [ "$(cat /sys/module/vivid/refcnt)" = 0 ]; do usleep 50000; done
    rmmod vivid
  fi`;

/** What the program that feeds the virtual camera makes of its pictures. */
const CODECS = { mjpeg: '-c:v mjpeg -pix_fmt yuvj420p', raw: '-c:v rawvideo -pix_fmt yuyv422' };

/**
 * The cameras of the guest, and what happens to cameras. One gives raw pictures and can be pulled out, at /dev/video0 as long as
 * nothing else is said; the other is fed by a program, at /dev/video9, and stays when that ends.
 */
export class VirtualCameras {
  readonly raw = '/dev/video0';
  readonly fed = NODE;
  private sets = 0;

  constructor(private readonly lab: Lab) {}

  /** @param number of its node; when it is there under that, nothing is done */
  async plugIn(number = 0): Promise<void> {
    await this.lab.output(`[ ! -e /dev/video${number} ] || exit 0
      # by another number, after a test that did not come to its end
      ${PULL_OUT}
      modprobe vivid n_devs=1 node_types=0x1 vid_cap_nr=${number}
      mkdir -p ${dirname(CAMERA_LINK)}
      ln -s ../../video${number} ${CAMERA_LINK} # as udev does it, which the guest does not have`);
  }

  /** Whoever is using it loses it; its number is free again when all have let go of it. */
  async pullOut(): Promise<void> {
    await this.lab.output(PULL_OUT);
  }

  /** What a cable that is nearly broken does: what is under way fails, and the next attempt may go well. */
  async disturb(): Promise<void> {
    await this.lab.output(`v4l2-ctl -d ${this.raw} -c inject_fatal_streaming_error=1`);
  }

  /** It is there and well, as far as it says, and gives no picture, also to who opens it anew. */
  async freeze(): Promise<AsyncDisposable> {
    const drop = (percent: number) => this.lab.output(`v4l2-ctl -d ${this.raw} -c percentage_of_dropped_buffers=${percent}`);
    await drop(100);
    return {
      [Symbol.asyncDispose]: async () => {
        await drop(0);
      },
    };
  }

  /** Waits until the gateway has let go of all cameras, which it holds for a while after the last who looked. Two of its names may be one camera. */
  async unread(): Promise<void> {
    // what feeds a camera may be ffmpeg too, and is none of its readers
    await this.lab.output(`readers() {
        echo $(cat /tmp/gateway.pid)
        pidof ffmpeg | tr ' ' '\\n' | grep -vx "$(cat /tmp/feed.pid)"
      }
      while ls -l $(readers | sed 's|.*|/proc/&/fd|') 2> /dev/null | grep -q ' /dev/video'; do usleep 50000; done`);
  }

  async connectFed(): Promise<void> {
    await this.lab.output(`modprobe v4l2loopback video_nr=9 card_label=fed`);
  }

  /** Starts the program that feeds it. @returns when there are pictures */
  async feed(codec: keyof typeof CODECS = 'mjpeg', { width, height } = SIZE): Promise<void> {
    // what the program says must not keep the script's output open
    await this.lab.output(`rm -f /tmp/feed.log
      ffmpeg -nostdin -re -f lavfi -i testsrc=size=${width}x${height}:rate=5 ${CODECS[codec]} -f v4l2 ${NODE} > /tmp/feed.log 2>&1 &
      echo $! > /tmp/feed.pid
      until grep -q 'frame= *[1-9]' /tmp/feed.log; do usleep 50000; kill -0 $!; done`);
  }

  /** Starts what feeds it with just these bytes as MJPEG, one buffer after the other, again and again. @returns when it has begun */
  async feedBytes(buffers: readonly Uint8Array[], pauseMs = 100): Promise<void> {
    await this.feedOther(...buffers);
    const { width, height } = SIZE;
    await this.lab.output(`rm -f /tmp/begun
      (
        exec 3<> ${NODE}
        v4l2-ctl -d ${NODE} --set-fmt-video-out=width=${width},height=${height},pixelformat=MJPG
        while :; do
          for buffer in /tmp/feed/*; do
            # all of it in one write, which is one buffer; it is not there when others were put in its place
            dd if=$buffer bs=4M >&3 || true
            : > /tmp/begun
            usleep ${pauseMs * 1000} 3>&-
          done
        done
      ) > /tmp/feed.log 2>&1 &
      echo $! > /tmp/feed.pid
      until [ -e /tmp/begun ]; do usleep 50000; kill -0 $!; done`);
  }

  /** From the next buffer on it is fed with these. */
  async feedOther(...buffers: readonly Uint8Array[]): Promise<void> {
    const set = `feed-${++this.sets}`;
    mkdirSync(join(this.lab.shared, set));
    for (const [index, bytes] of buffers.entries()) writeFileSync(join(this.lab.shared, set, String(100 + index)), bytes);
    await this.lab.output(`cp -r /lab/${set} /tmp/${set} && ln -sfn ${set} /tmp/feed`);
  }

  async stopFeeding(): Promise<void> {
    await this.lab.output('kill -9 $(cat /tmp/feed.pid)');
  }

  /** No more pictures come, as if the program that feeds it were busy. */
  async stopShort(): Promise<AsyncDisposable> {
    await this.lab.output('kill -STOP $(cat /tmp/feed.pid)');
    return {
      [Symbol.asyncDispose]: async () => {
        await this.lab.output('kill -CONT $(cat /tmp/feed.pid)');
      },
    };
  }

  /** The same. @returns when nobody reads any more what came before */
  async holdStill(): Promise<AsyncDisposable> {
    const still = await this.stopShort();
    await this.unread();
    return still;
  }

  /** How many bytes somebody gets for a picture who begins to read. */
  async firstBytes(): Promise<number> {
    const read = `ffmpeg -nostdin -v error -f v4l2 -input_format mjpeg -i ${NODE} -frames:v 1 -c copy -f mjpeg -`;
    return Number(await this.lab.output(`timeout 30 ${read} | wc -c`));
  }
}

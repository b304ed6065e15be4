# What the tests build on where no registry can be asked: `debian` comes of mmdebstrap, Node.js and npm of npm's packages.
FROM scratch AS base
ADD debian.tar /
COPY node-x64 /usr/local
COPY npm /usr/local/lib/node_modules/npm
# its packages were unpacked and not configured, and programs ask who they are
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
  && echo root:x:0:0:root:/root:/bin/sh > /etc/passwd && echo root:x:0: > /etc/group

FROM scratch AS node-arm64
COPY node-arm64 /usr/local

# of npm’s builds for armv7 none is new enough, so Debian 13 has to help, with its own libraries
FROM base AS trixie
RUN sed -i -n 's/ bookworm main/ trixie main/p' /etc/apt/sources.list.d/0000sources.list

FROM trixie AS unpacked
COPY unpack-packages.sh /
RUN /unpack-packages.sh arm /system base-files nodejs

FROM scratch AS node-arm
COPY --from=unpacked /system/usr/bin/node /usr/local/bin/node
COPY --from=unpacked /system/usr/share/doc/nodejs/copyright /usr/local/LICENSE

# as if it had the archive of Raspberry Pi OS
FROM base AS raspberrypi
COPY raspberrypi /srv/raspberrypi
RUN echo 'deb [trusted=yes] copy:/srv/raspberrypi ./' > /etc/apt/sources.list.d/raspberrypi.list

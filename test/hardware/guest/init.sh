#!/bin/sh
# The guest's init: mounts what Linux brings, and runs the scripts that the host puts into the shared folder.
# N.sh is started as soon as it is seen; N.out is its output, and N.code, written when it has ended, its exit code.
busybox=/usr/lib/busybox
/bin/busybox --install -s $busybox
export PATH=/usr/bin:/usr/sbin:$busybox HOME=/root
mount -t proc proc /proc
mount -t sysfs sys /sys
mount -t devtmpfs dev /dev
mkdir -p /dev/pts /dev/shm
mount -t devpts pts /dev/pts
mount -t tmpfs tmp /tmp
mount -t tmpfs run /run

modprobe -a 9pnet_virtio 9p virtio_net virtio_rng configfs
mount -t configfs config /sys/kernel/config
# what the host writes must be seen at once
mount -t 9p -o trans=virtio,version=9p2000.L,msize=262144,cache=none lab /lab
mount -t ext4 -o ro /dev/vdb /gateway
ip link set lo up
ip link set eth0 up && ip address add 10.0.2.15/24 dev eth0 && ip route add default via 10.0.2.2

finish() { # script
  sh "/lab/$1.sh" > "/lab/$1.out" 2>&1 < /dev/null
  echo $? > "/lab/$1.written"
  mv "/lab/$1.written" "/lab/$1.code"
}

: > /lab/up
next=1
while :; do
  if [ -e "/lab/$next.sh" ]; then
    finish "$next" &
    next=$((next + 1))
  else
    usleep 30000
  fi
done

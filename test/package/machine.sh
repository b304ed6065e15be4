#!/bin/sh
# Boots a Debian with its own systemd: in namespaces of its own, with a root in memory over the folder ROOT, so that nothing of it is
# left when it ends. Its kernel is this machine's, of which it may change nothing. Run by machine.ts, as the first process of them.
#   machine.sh ROOT PACKAGES
set -e
lower=$1
packages=$2

mount --make-rprivate /
mount -t tmpfs -o mode=0755,size=1g tmpfs /mnt
mkdir /mnt/upper /mnt/work /mnt/root
mount -t overlay -o "lowerdir=$lower,upperdir=/mnt/upper,workdir=/mnt/work" overlay /mnt/root
cd /mnt/root
mount -t proc proc proc
# what is written there is this machine's
mount --bind proc/sys proc/sys
mount -o remount,bind,ro proc/sys
mount -t sysfs -o ro sysfs sys
mount -t tmpfs -o mode=0755 tmpfs dev
for node in null zero full random urandom tty; do
  touch dev/$node
  mount --bind /dev/$node dev/$node
done
mkdir dev/pts dev/shm
mount -t devpts -o newinstance,ptmxmode=0666 devpts dev/pts
ln -s pts/ptmx dev/ptmx
mount -t tmpfs tmpfs dev/shm
mount -t tmpfs -o mode=0755 tmpfs run
mount -t cgroup2 cgroup2 sys/fs/cgroup
mkdir -p srv/packages before
mount --bind "$packages" srv/packages
ip link set lo up
hostname raspberrypi
pivot_root . before
umount -l /before
# systemd hands mounts, such as credentials, on to where a service is
mount --make-rshared /
exec env -i container=other PATH=/usr/sbin:/usr/bin:/sbin:/bin /lib/systemd/systemd --log-target=journal
